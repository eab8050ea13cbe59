import type { ICellRendererComp, ICellRendererParams, IHeaderComp, IHeaderParams } from 'ag-grid-community';
import { isGroup, type LedgerItem } from '#domain/ledger/group-records';
import type { LedgerGridContext } from './ledger-grid-context.ts';
import { messages } from './messages.ts';
import styles from './ledger-screen.module.css';

type CellParams = ICellRendererParams<LedgerItem, unknown, LedgerGridContext>;
type HeaderParams = IHeaderParams<LedgerItem, LedgerGridContext>;

/** Chooses a row; with Shift all rows from the last one chosen to it. */
export class SelectCell implements ICellRendererComp<LedgerItem> {
  readonly #box = checkbox();
  #params: CellParams | null = null;
  #leave = () => {};

  init(params: CellParams): void {
    this.#params = params;
    const { context } = params;
    // The grid moves between cells by the arrow keys; Space chooses the row.
    this.#box.tabIndex = -1;
    this.#box.addEventListener('click', ({ shiftKey }) => {
      const index = this.#params?.node.rowIndex ?? null;
      if (index !== null) context.chooseAt(index, shiftKey);
    });
    this.#leave = context.selection.subscribe(() => this.#show());
    this.#show();
  }

  getGui(): HTMLElement {
    return this.#box;
  }

  afterGuiAttached(): void {
    this.#show();
  }

  refresh(params: CellParams): boolean {
    this.#params = params;
    this.#show();
    return true;
  }

  destroy(): void {
    this.#leave();
  }

  #show(): void {
    const item = this.#params?.context.itemAt(this.#params.node.rowIndex) ?? null;
    const record = item && !isGroup(item) ? item : null;
    const isChosen = record !== null && (this.#params?.context.selection.ids().has(record.id) ?? false);
    this.#box.hidden = record === null;
    this.#box.ariaLabel = messages.selectRow(record?.title ?? '');
    this.#box.checked = isChosen;
    this.#box.closest('.ag-row')?.classList.toggle(styles['chosen'] ?? '', isChosen);
  }
}

/** Chooses all records that pass the filters, or none. */
export class SelectAllHeader implements IHeaderComp {
  readonly #box = checkbox();
  #leave = () => {};
  #show = () => {};

  init({ context }: HeaderParams): void {
    const { selection } = context;
    const isAll = () => {
      const [chosen, shown] = [selection.ids(), context.shown()];
      return shown.length > 0 && chosen.size >= shown.length && shown.every(({ id }) => chosen.has(id));
    };
    this.#show = () => {
      this.#box.checked = isAll();
      this.#box.indeterminate = !this.#box.checked && selection.ids().size > 0;
    };
    this.#box.ariaLabel = messages.selectAll;
    this.#box.addEventListener('click', () => {
      if (isAll()) selection.clear();
      else selection.choose(shownIds(context), true);
    });
    this.#leave = selection.subscribe(() => this.#show());
    this.#show();
  }

  getGui(): HTMLElement {
    return this.#box;
  }

  refresh(): boolean {
    this.#show();
    return true;
  }

  destroy(): void {
    this.#leave();
  }
}

/** The ids of all records that pass the filters. */
export function shownIds(context: LedgerGridContext): readonly string[] {
  return context.shown().map(({ id }) => id);
}

/** The heading of a group with its count; Enter, Space and the arrow keys fold it. */
export class GroupRow implements ICellRendererComp<LedgerItem> {
  readonly #button = document.createElement('button');
  readonly #label = span(styles['groupLabel'] ?? '');
  readonly #count = span(styles['groupCount'] ?? '');
  #params: CellParams | null = null;

  init(params: CellParams): void {
    this.#button.type = 'button';
    this.#button.tabIndex = -1;
    this.#button.className = styles['group'] ?? '';
    this.#button.append(this.#label, this.#count);
    this.#button.addEventListener('click', () => {
      const item = this.#params?.context.itemAt(this.#params.node.rowIndex);
      if (item) this.#params?.context.toggleGroup(item.id);
    });
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.#button;
  }

  refresh(params: CellParams): boolean {
    this.#params = params;
    const item = params.context.itemAt(params.node.rowIndex);
    if (!item || !isGroup(item)) return false;
    this.#button.ariaExpanded = String(!item.isCollapsed);
    this.#label.textContent = item.label || messages.groups.unknown;
    this.#count.textContent = messages.groups.count(item.count);
    return true;
  }
}

function checkbox(): HTMLInputElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = styles['select'] ?? '';
  return box;
}

function span(className: string): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}
