import { createGrid, type GridApi, type GridOptions } from 'ag-grid-community';
import { useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A grid that draws its rows and cells itself. Its wrapper for React draws each cell as a component, which takes twice
 * the time while scrolling.
 *
 * Functions among the options may be new at every rendering: the grid always calls the latest. Which options are
 * functions must not change from one rendering to the next.
 */
export function GridHost<Row>(options: GridOptions<Row>) {
  const host = useRef<HTMLDivElement>(null);
  const grid = useRef<GridApi<Row> | null>(null);
  const latest = useRef(options);
  const shown = useRef(options);

  useLayoutEffect(() => {
    latest.current = options;
  });
  useLayoutEffect(() => {
    if (!host.current) return undefined;
    shown.current = latest.current;
    grid.current = createGrid(host.current, callingLatest(latest));
    return () => grid.current?.destroy();
  }, []);
  useEffect(() => {
    const changed = changedValues(shown.current, options);
    shown.current = options;
    if (Object.keys(changed).length > 0) grid.current?.updateGridOptions(changed);
  });
  return <div ref={host} className="grid-host" />;
}

/** The options of now, with functions that call those of then. */
function callingLatest<Row>(latest: { readonly current: GridOptions<Row> }): GridOptions<Row> {
  const callable = Object.entries(latest.current).filter(
    // A class is made by `new`, never called.
    ([name, value]) => typeof value === 'function' && !isComponent(name),
  );
  const calling = callable.map(
    ([name]) =>
      [name, (...given: readonly unknown[]): unknown => call(latest.current, name, given)] satisfies [string, unknown],
  );
  return { ...latest.current, ...(Object.fromEntries(calling) as GridOptions<Row>) };
}

function isComponent(name: string): boolean {
  return name.endsWith('Renderer') || name.endsWith('Component');
}

function call(options: object, name: string, given: readonly unknown[]): unknown {
  return (options as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>)[name]?.(...given);
}

/** The options that are no functions and are not what they were. */
function changedValues<Row>(before: GridOptions<Row>, now: GridOptions<Row>): GridOptions<Row> {
  const was = before as Readonly<Record<string, unknown>>;
  const changed = Object.entries(now).filter(([name, value]) => typeof value !== 'function' && was[name] !== value);
  return Object.fromEntries(changed) as GridOptions<Row>;
}
