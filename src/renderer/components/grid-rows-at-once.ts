import { BeanStub, ScrollApiModule, type BeanCollection, type IDatasource, type Module } from 'ag-grid-community';

/** Rows that the grid asks its datasource for together, as far as they are used here: the grid has no type for them. */
type Block = {
  state: 'needsLoading' | 'loaded';
  readonly startRow: number;
  readonly rowNodes: readonly object[];
  readonly params: { readonly datasource: IDatasource };
  readonly parentCache: { readonly isLastRowIndexKnown: () => boolean };
  readonly createLoadParams: () => Parameters<IDatasource['getRows']>[0];
  readonly setDataAndId: (node: object, data: unknown, index: number) => void;
};

type BlockLoader = { addBlock: (block: Block) => void };

/**
 * Has the infinite row model fill a block of rows when it makes it. By itself it takes every datasource for slow: rows
 * are drawn empty, asked for in a later task, and drawn once more. Ours has them in memory, and drawn by the scroll bar,
 * every frame would have all of its rows made twice. No option of the grid does this.
 */
class RowsAtOnce extends BeanStub {
  readonly beanName = 'rowsAtOnce' as keyof BeanCollection;

  postConstruct(): void {
    // Absent from grids that hold all of their rows.
    const loader = this.beans.rowNodeBlockLoader as unknown as BlockLoader | undefined;
    if (!loader) return;
    const addBlock = loader.addBlock.bind(loader);
    loader.addBlock = (block) => {
      fill(block);
      addBlock(block);
    };
  }
}

function fill(block: Block): void {
  // How many rows there are, the grid learns by its own way, from its first block.
  if (!block.parentCache.isLastRowIndexKnown()) return;
  const successCallback = (rows: readonly unknown[]) => {
    for (const [index, node] of block.rowNodes.entries()) block.setDataAndId(node, rows[index], block.startRow + index);
    block.state = 'loaded';
  };
  block.params.datasource.getRows({ ...block.createLoadParams(), successCallback });
}

/** For grids with a datasource that answers within the call. With any other, rows are asked for twice, no more. */
export const RowsAtOnceModule: Module = {
  moduleName: 'RowsAtOnce' as Module['moduleName'],
  // The grid warns of modules of another version than its own.
  version: ScrollApiModule.version,
  beans: [RowsAtOnce],
};
