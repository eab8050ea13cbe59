/** Something that can be done from anywhere. */
export type PaletteCommand = {
  readonly id: string;
  readonly name: string;
  /** The key that does the same, or what kind of thing it is. */
  readonly note?: string;
  readonly run: () => void;
};
