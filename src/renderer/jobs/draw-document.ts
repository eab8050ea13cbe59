import type { HElement } from 'docx-preview';

/**
 * Draws a Word document into a shadow root, about as Word shows it. Only what the page's policy allows is made: style
 * sheets carry its nonce, and pictures are in the page itself. Scripts and links of a document have no part in it.
 *
 * @param nonce that the page's policy allows style sheets by
 */
export async function drawDocument(
  bytes: Uint8Array<ArrayBuffer>,
  root: ShadowRoot,
  nonce: string,
  signal: AbortSignal,
): Promise<void> {
  const { parseAsync, renderDocument } = await import('docx-preview');
  if (signal.aborted) return;
  const options = {
    // What floats at the edge of a page lands beside it here.
    renderFooters: false,
    renderHeaders: false,
    useBase64URL: true,
    renderAltChunks: false,
    h: (element: HElement | Node | string) => createNode(element, nonce),
  };
  const parsed: unknown = await parseAsync(new Blob([bytes]), options);
  if (signal.aborted) return;
  const nodes = await renderDocument(parsed, options);
  if (signal.aborted) return;
  root.replaceChildren(...nodes);
}

/** As docx-preview makes its nodes, but with styles in a way that the page's policy allows. */
function createNode(element: HElement | Node | string, nonce: string): Node {
  if (typeof element === 'string') return document.createTextNode(element);
  if (element instanceof Node) return element;
  const { ns, tagName, className, style, children = [], ...properties } = element;
  if (tagName === '#comment') return document.createComment('');
  const made = children.map((child) => createNode(child, nonce));
  if (tagName === '#fragment') {
    const fragment = document.createDocumentFragment();
    fragment.append(...made);
    return fragment;
  }
  const node = document.createElementNS(
    typeof ns === 'string' ? ns : 'http://www.w3.org/1999/xhtml',
    tagName,
  ) as HTMLElement;
  if (tagName === 'style') node.nonce = nonce;
  if (className) node.setAttribute('class', className);
  if (typeof style === 'string') node.style.cssText = style;
  else if (style) Object.assign(node.style, style);
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined) Reflect.set(node, name, value);
  }
  node.append(...made);
  return node;
}
