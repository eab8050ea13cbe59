import { BeanStub, ScrollApiModule, type BeanCollection, type IDatasource, type Module } from 'ag-grid-community';

/**
 * How many milliseconds of a frame may go to drawing rows that were scrolled to. What the browser does for them afterwards
 * takes as long again, and on a slow machine both take several times as long.
 */
const DRAWING_MS = 12;

/** The grid's queue of rows to be drawn, as far as it is used here: the grid calls these methods private. */
type DrawingQueue = { readonly executeFrame: (budgetMs: number) => void; requestFrame: () => void };

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
 * Two things that no option of the grid changes.
 *
 * It takes up to 60 ms of a frame for drawing rows. Here it takes less, and the rest of the rows come in the next frames.
 *
 * Its infinite row model takes every datasource for slow: rows are drawn empty, asked for in a later task, and drawn once
 * more. Ours has them in memory, so a block of rows is filled when it is made. With a datasource that does not answer
 * within the call, rows are asked for twice, no more.
 */
class Drawing extends BeanStub {
  readonly beanName = 'rongdangDrawing' as keyof BeanCollection;

  postConstruct(): void {
    const queue = this.beans.animationFrameSvc as unknown as DrawingQueue | undefined;
    if (queue) queue.requestFrame = () => requestAnimationFrame(() => queue.executeFrame(DRAWING_MS));
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

/** Draws each row once, and takes a part of each frame for it. */
export const DrawingModule: Module = {
  moduleName: 'RongdangDrawing' as Module['moduleName'],
  // The grid warns of modules of another version than its own.
  version: ScrollApiModule.version,
  beans: [Drawing],
};
