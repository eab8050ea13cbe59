import { Fragment } from 'react';

type HighlightedProps = {
  readonly text: string;
  /** Start and end offsets, in order and apart. */
  readonly highlights: readonly (readonly [number, number])[];
};

/** Text with its matches marked; built from text nodes only, so no record can bring markup along. */
export function Highlighted({ text, highlights }: HighlightedProps) {
  return (
    <>
      {highlights.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(highlights[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(highlights.at(-1)?.[1] ?? 0)}
    </>
  );
}
