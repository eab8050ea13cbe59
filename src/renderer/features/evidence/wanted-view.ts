export type EvidenceView = 'board' | 'fixity';

let wanted: EvidenceView = 'board';

/** Which part the screen opens with the next time, for a warning that leads there. */
export function wantView(view: EvidenceView): void {
  wanted = view;
}

export function takeWantedView(): EvidenceView {
  const view = wanted;
  wanted = 'board';
  return view;
}
