import { escapedXmlText } from './xml-text.ts';

/** WordprocessingML, written out: a part of word/document.xml that is whole in itself. */
export type Markup = string;

/** Signs after a letter or digit, where LibreOffice overlooks the hint and would take the Latin font. */
const SIGNS_AFTER_LATIN = /(?<=[!-~])([“”‘’—…·]+)/;

/** What a run of text is set in besides the type of its paragraph. */
export type RunFace = { readonly eastAsia: string };

/**
 * Text as runs in the type of its paragraph, or in a character style. A "\n" becomes a line break. The hint makes Word set
 * “ ” ‘ ’ — … · as Chinese, full-width signs; it counts on the run itself only.
 *
 * @param face the type that the text is set in, for the signs that have to be told
 * @throws Error when the text has characters that XML cannot hold
 */
export function textRuns(text: string, face: RunFace, characterStyle?: string): Markup {
  const style = characterStyle === undefined ? '' : `<w:rStyle w:val="${characterStyle}"/>`;
  let markup = '';
  for (const [index, line] of text.split('\n').entries()) {
    // Splitting by a group that is kept puts the signs at the odd places.
    for (const [place, part] of line.split(SIGNS_AFTER_LATIN).entries()) {
      const lineBreak = index > 0 && place === 0 ? '<w:br/>' : '';
      if (part === '' && lineBreak === '') continue;
      const font = place % 2 === 0 ? '' : ` w:ascii="${face.eastAsia}" w:hAnsi="${face.eastAsia}"`;
      markup +=
        `<w:r><w:rPr>${style}<w:rFonts w:hint="eastAsia"${font}/></w:rPr>` +
        `${lineBreak}<w:t xml:space="preserve">${escapedXmlText(part)}</w:t></w:r>`;
    }
  }
  return markup;
}

/** The runs under a bookmark. Its number is given when the package is finished. */
export function bookmarked(name: string, runs: Markup): Markup {
  return `<w:bookmarkStart w:id="" w:name="${name}"/>${runs}<w:bookmarkEnd w:id=""/>`;
}

type ParagraphOptions = {
  readonly startsPage?: boolean;
  /** Room above, instead of that of the style, in twips. */
  readonly before?: number;
};

/** The order of the elements is the schema's (CT_PPr). */
export function paragraph(
  style: { readonly id: string },
  runs: Markup,
  { startsPage = false, before }: ParagraphOptions = {},
): Markup {
  const properties =
    `<w:pStyle w:val="${style.id}"/>${startsPage ? '<w:pageBreakBefore/>' : ''}` +
    (before === undefined ? '' : `<w:spacing w:before="${before}"/>`);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A paragraph of nothing but text in the type of its style. */
export function styled(style: RunFace & { readonly id: string }, text: string): Markup {
  return paragraph(style, textRuns(text, style));
}
