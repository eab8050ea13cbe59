import type { Block, DocumentTree } from './document-tree.ts';

/** Blocks in short, for tests: headings and paragraphs by their text, entries by id, tables by their cells. */
function blocksInShort(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((block) => {
    if (block.kind === 'entry') return block.entryId;
    if (block.kind === 'figure' || block.kind === 'chart') return block.caption;
    if (block.kind === 'index') return block.groups.flatMap(({ items }) => items.map(({ name }) => name));
    return block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(String).join(' ')) : block.text;
  });
}

export function chaptersInShort(tree: DocumentTree): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(tree.chapters.map(({ title, blocks }) => [title, blocksInShort(blocks)]));
}
