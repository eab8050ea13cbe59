/**
 * The arrows between the layers (ARCHITECTURE.md) as one table, and the judgement of a single import by it.
 *
 * A table of what is allowed instead of lint patterns of what is not: a package or layer that nobody thought of is
 * refused until somebody adds it here, and relative paths are resolved before they are judged, which patterns cannot.
 */
import { posix } from 'node:path';

/**
 * @typedef {object} Layer
 * @property {string} folder
 * @property {readonly string[]} layers `#…` aliases that may be imported
 * @property {readonly string[]} packages npm packages, or `node:` for all of Node's own modules
 */

/**
 * Inner folders stand before the folders around them: the first match is a file's layer. Main and the renderer know the
 * schema library because both sides run the contract's schemas on what they are told.
 *
 * @type {readonly Layer[]}
 */
const LAYERS = [
  { folder: 'src/domain', layers: [], packages: ['opencc-js', 'pinyin-pro', 'valibot'] },
  { folder: 'src/formats', layers: ['domain'], packages: ['@e965/xlsx', 'docx', 'exifreader', 'fflate', 'mammoth'] },
  { folder: 'src/storage', layers: ['domain'], packages: ['dexie', 'valibot'] },
  { folder: 'src/contract', layers: [], packages: ['valibot'] },
  { folder: 'src/main/services', layers: [], packages: ['hash-wasm', 'node:', 'yauzl'] },
  { folder: 'src/main', layers: ['contract', 'services'], packages: ['electron', 'node:', 'valibot'] },
  { folder: 'src/preload', layers: ['contract'], packages: ['electron'] },
  { folder: 'src/renderer/workers', layers: ['domain', 'formats'], packages: ['pdfjs-dist'] },
  {
    folder: 'src/renderer',
    layers: ['domain', 'storage', 'contract', 'resources'],
    packages: [
      'react',
      'react-dom',
      'antd',
      '@ant-design/icons',
      'ag-grid-community',
      '@ag-grid-community/locale',
      'docx-preview',
      'pdfjs-dist',
      'valibot',
    ],
  },
];

const ALIAS_FOLDERS = new Map([
  ['domain', 'src/domain'],
  ['formats', 'src/formats'],
  ['storage', 'src/storage'],
  ['contract', 'src/contract'],
  ['services', 'src/main/services'],
  ['resources', 'resources'],
]);

/** Packages that tests use besides those of their layer. */
const TEST_PACKAGES = new Set(['vitest']);
const TEST_FILE = /\.test\.tsx?$/;

/** Inside the renderer, a folder may know the ones that it is given to, and not the other way round. */
const RENDERER = 'src/renderer';
const WORKERS = `${RENDERER}/workers`;
const COMPONENTS = `${RENDERER}/components`;
const FEATURES = `${RENDERER}/features`;

/**
 * Why a file may not import something, or null when it may.
 *
 * @param {string} file path from the project's root, with `/`
 * @param {string} specifier as written, e.g. `#domain/result`, `../journal.ts`, `node:fs`
 * @param {boolean} typeOnly whether nothing of the import is left when it runs
 * @returns {string | null}
 */
export function refusal(file, specifier, typeOnly) {
  const layer = layerOf(file);
  if (layer === undefined) return null;
  const path = specifier.replace(/\?.*$/, '');
  if (path.startsWith('#')) return refuseAlias(file, layer, path);
  if (path.startsWith('.') || path.startsWith('/')) {
    const isOwnBundle = /\?(?:.*&)?(?:worker|url)\b/.test(specifier);
    return refuseRelative(file, layer, path, typeOnly || isOwnBundle);
  }
  return refusePackage(file, layer, path);
}

/** Whether the domain's rule of purity holds for a file: there, time and chance are passed in. @param {string} file */
export function mustBePure(file) {
  return isInside(file, 'src/domain') && !TEST_FILE.test(file);
}

/** @param {string} path */
function layerOf(path) {
  return LAYERS.find(({ folder }) => isInside(path, folder));
}

/** @param {string} file @param {Layer} layer @param {string} specifier */
function refuseAlias(file, layer, specifier) {
  const alias = specifier.slice(1).split('/', 1)[0] ?? '';
  const target = ALIAS_FOLDERS.get(alias);
  if (target !== layer.folder && !layer.layers.includes(alias)) return `${layer.folder} must not know #${alias}.`;
  if (alias === 'storage' && isInside(file, COMPONENTS)) {
    return 'A component is given its data and must not know #storage; read it in a feature or a hook.';
  }
  return null;
}

/** @param {string} file @param {Layer} layer @param {string} specifier @param {boolean} runsApart */
function refuseRelative(file, layer, specifier, runsApart) {
  const target = posix.normalize(posix.join(posix.dirname(file), specifier));
  const targetFolder = layerOf(target)?.folder;
  if (layer.folder === RENDERER && targetFolder === WORKERS) {
    if (runsApart) return null;
    return 'A worker is started, not imported: only its types may be, or all of #formats lands in the window.';
  }
  if (targetFolder !== layer.folder) {
    return `A relative import must not leave ${layer.folder}; use the #alias of the other layer if the arrow allows it.`;
  }
  return refuseWithinRenderer(file, target);
}

/** @param {string} file @param {string} target */
function refuseWithinRenderer(file, target) {
  if (isInside(target, FEATURES) && isInside(file, FEATURES) && featureOf(target) !== featureOf(file)) {
    return "A feature must not reach into another; move what both need to the renderer's components or hooks.";
  }
  if (isInside(file, COMPONENTS) && (isInside(target, FEATURES) || isInside(target, `${RENDERER}/app`))) {
    return 'A component must not know the features or the app that use it.';
  }
  return null;
}

/** @param {string} file @param {Layer} layer @param {string} specifier */
function refusePackage(file, layer, specifier) {
  const name = packageName(specifier);
  const isTest = TEST_FILE.test(file);
  if (layer.packages.includes(name) || (isTest && TEST_PACKAGES.has(name))) return null;
  return `${layer.folder} must not know the package ${name}.`;
}

/** @param {string} specifier */
function packageName(specifier) {
  if (specifier.startsWith('node:')) return 'node:';
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/** @param {string} path */
function featureOf(path) {
  return path.slice(FEATURES.length + 1).split('/', 1)[0];
}

/** @param {string} path @param {string} folder */
function isInside(path, folder) {
  return path === folder || path.startsWith(`${folder}/`);
}
