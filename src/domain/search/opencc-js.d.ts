declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs of a traditional character and its simplified form, apart by a blank, one from the next by `|`. */
  const characters: string;
  export default characters;
}
