/** What the window asks of the Word worker: the text of one stored file. */
export type WordRequest = { readonly sha256: string };

export type WordReply = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly detail: string };
