import { Bookmark, TextRun, type IRunOptions, type ParagraphChild } from 'docx';
import { xmlText } from './xml-text.ts';
import type { TextStyle } from './text-styles.ts';

export type RunFace = Pick<TextStyle, 'eastAsia'>;

/** The hint makes Word set “ ” ‘ ’ — … · as Chinese, full-width signs; it counts on the run itself only. */
const HINT = { hint: 'eastAsia' } as const;
/** Those signs after a letter or digit, where LibreOffice overlooks the hint and would take the Latin font. */
const SIGNS_AFTER_LATIN = /(?<=[!-~])([“”‘’—…·]+)/;

/**
 * Text as runs in the type of its paragraph, or in a character style. A "\n" becomes a line break.
 *
 * @param face the type that the text is set in, for the signs that have to be told
 */
export function textRuns(text: string, face: RunFace, characterStyle?: string): readonly TextRun[] {
  const style = characterStyle === undefined ? {} : { style: characterStyle };
  return xmlText(text)
    .split('\n')
    .flatMap((line, index) => lineRuns(line, face, { ...style, ...(index === 0 ? {} : { break: 1 }) }));
}

/** Splitting by a group that is kept puts the signs at the odd places. */
function lineRuns(line: string, face: RunFace, options: IRunOptions): readonly TextRun[] {
  return line
    .split(SIGNS_AFTER_LATIN)
    .map((part, index) => ({ part, isSigns: index % 2 === 1 }))
    .filter(({ part }, index) => part !== '' || index === 0)
    .map(({ part, isSigns }, index) => {
      const font = isSigns ? { ...HINT, ascii: face.eastAsia, hAnsi: face.eastAsia } : HINT;
      const { break: lineBreak, ...rest } = options;
      return new TextRun({
        ...rest,
        text: part,
        font,
        ...(index === 0 && lineBreak !== undefined ? { break: lineBreak } : {}),
      });
    });
}

/** The runs under a bookmark. Its number is given when the package is finished. */
export function bookmarked(name: string, children: readonly ParagraphChild[]): ParagraphChild {
  return new Bookmark({ id: name, children });
}
