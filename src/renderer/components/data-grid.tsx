import { AG_GRID_LOCALE_CN } from '@ag-grid-community/locale';
import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TextFilterModule,
  themeQuartz,
  type ColDef,
  type GridOptions,
  type Theme,
} from 'ag-grid-community';
import { theme as antTheme } from 'antd';
import { useMemo } from 'react';
import './data-grid.css';
import { DrawingModule } from './grid-drawing.ts';
import { GridHost } from './grid-host.tsx';
import { showHoverText } from './grid-hover.ts';
import { styleNonce } from './style-nonce.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  DrawingModule,
  EventApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TextFilterModule,
]);

const ROW_HEIGHT = 34;
/** Rows drawn beyond each edge: as many as the wheel brings at once. All of them are drawn anew at each jump of the scroll bar. */
const ROW_BUFFER = 3;

/** The package types its catalogue loosely. */
const CHINESE: Readonly<Record<string, string>> = AG_GRID_LOCALE_CN;

const chinese = new Intl.Collator('zh-CN', { numeric: true });

const DEFAULT_COLUMN: ColDef = {
  comparator: (a, b) => chinese.compare(String(a ?? ''), String(b ?? '')),
  sortable: true,
  resizable: true,
  filter: 'agTextColumnFilter',
  minWidth: 72,
};

/** The grid of all ledgers: our colours, Chinese, dense rows, and styles that the page's policy allows. */
export function DataGrid<Row>(props: GridOptions<Row>) {
  const { token } = antTheme.useToken();
  const theme = useMemo<Theme>(
    () =>
      themeQuartz.withParams({
        backgroundColor: token.colorBgContainer,
        foregroundColor: token.colorText,
        accentColor: token.colorPrimary,
        borderColor: token.colorBorderSecondary,
        headerBackgroundColor: token.colorFillQuaternary,
        headerTextColor: token.colorTextSecondary,
        headerFontWeight: 500,
        rowHoverColor: token.colorFillQuaternary,
        fontFamily: token.fontFamily,
        fontSize: 14,
        headerFontSize: 13,
        rowHeight: ROW_HEIGHT,
        headerHeight: ROW_HEIGHT,
        cellHorizontalPadding: 10,
        wrapperBorderRadius: 6,
        menuBackgroundColor: token.colorBgElevated,
        browserColorScheme: 'inherit',
      }),
    [token],
  );
  return (
    <GridHost<Row>
      theme={theme}
      styleNonce={styleNonce}
      localeText={CHINESE}
      defaultColDef={DEFAULT_COLUMN as ColDef<Row>}
      animateRows={false}
      rowBuffer={ROW_BUFFER}
      suppressDragLeaveHidesColumns
      onCellMouseOver={showHoverText}
      {...props}
    />
  );
}
