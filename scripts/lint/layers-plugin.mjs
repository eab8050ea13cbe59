/** The oxlint plugin `layers`: holds every import in src/ against the table in layers.mjs, and refuses barrels. */
import { relative, sep } from 'node:path';
import { mustBePure, refusal } from './layers.mjs';

/**
 * The parts of a syntax tree that this plugin looks at (ESTree with TypeScript).
 * @typedef {{ type: string, value?: unknown }} Literal
 * @typedef {{ importKind?: string, exportKind?: string }} Specifier
 * @typedef {object} ImportLike
 * @property {Literal | null} [source]
 * @property {string} [importKind]
 * @property {string} [exportKind]
 * @property {readonly Specifier[]} [specifiers]
 * @property {Literal} [expression]
 * @property {{ type: string, name?: string }} [callee]
 * @property {readonly Literal[]} [arguments]
 */

/**
 * @typedef {{ type: string, name?: string }} Identifier
 * @typedef {{ callee: Identifier, arguments: readonly unknown[] }} NewExpression
 * @typedef {{ object: Identifier, property: Identifier }} MemberExpression
 */

/**
 * @typedef {object} RuleContext
 * @property {string} filename
 * @property {string} cwd
 * @property {(problem: { node: unknown, message: string }) => void} report
 */

/** @param {RuleContext} context */
function createArrows(context) {
  const file = projectPath(context);

  /** @param {unknown} node @param {Literal | null | undefined} source @param {boolean} typeOnly */
  const judge = (node, source, typeOnly) => {
    if (typeof source?.value !== 'string') return;
    const message = refusal(file, source.value, typeOnly);
    if (message !== null) context.report({ node, message });
  };
  /** @param {ImportLike} node */
  const judgeExport = (node) => judge(node, node.source, node.exportKind === 'type');

  return {
    /** @param {ImportLike} node */
    ImportDeclaration: (node) => judge(node, node.source, importsTypesOnly(node)),
    ExportNamedDeclaration: judgeExport,
    ExportAllDeclaration: judgeExport,
    /** @param {ImportLike} node */
    ImportExpression: (node) => judge(node, node.source, false),
    /** @param {ImportLike} node */
    TSImportType: (node) => judge(node, node.source, true),
    /** `import x = require('…')`. @param {ImportLike} node */
    TSExternalModuleReference: (node) => judge(node, node.expression, false),
    /** @param {ImportLike} node */
    CallExpression: (node) => {
      if (node.callee?.type === 'Identifier' && node.callee.name === 'require') judge(node, node.arguments?.[0], false);
    },
  };
}

/** @param {RuleContext} context */
function projectPath(context) {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

/** @param {ImportLike} node */
function importsTypesOnly({ importKind, specifiers = [] }) {
  if (importKind === 'type') return true;
  return specifiers.length > 0 && specifiers.every((specifier) => specifier.importKind === 'type');
}

/** A file that passes on what others export hides where things live and drags in more than was asked for. @param {RuleContext} context */
function createNoReExport(context) {
  const message = 'No barrels: import this from the file that defines it.';
  return {
    /** @param {ImportLike} node */
    ExportNamedDeclaration: (node) => {
      if (node.source) context.report({ node, message });
    },
    /** @param {ImportLike} node */
    ExportAllDeclaration: (node) => context.report({ node, message }),
  };
}

const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);

/** @param {RuleContext} context */
function createPureDomain(context) {
  if (!mustBePure(projectPath(context))) return {};
  const message = 'The domain has no clock and no chance: take the time or the id as an argument.';
  return {
    /** @param {NewExpression} node */
    NewExpression: (node) => {
      if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ node, message });
    },
    /** @param {MemberExpression} node */
    MemberExpression: (node) => {
      if (IMPURE_MEMBERS.has(`${node.object.name}.${node.property.name}`)) context.report({ node, message });
    },
  };
}

export default {
  meta: { name: 'layers' },
  rules: {
    arrows: { create: createArrows },
    'no-re-export': { create: createNoReExport },
    'pure-domain': { create: createPureDomain },
  },
};
