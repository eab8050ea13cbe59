/**
 * A checksum of 64 bits over words of 32, for what is read back from a disk: as fast as memory is read, and no protection
 * against intent. Two different sums run side by side. A step of the first maps different words to different sums, so
 * that no change of a single word goes unnoticed; the second carries differences of several words to other bits.
 */
export type Checksum = {
  readonly add: (bytes: ArrayBuffer) => void;
  readonly addText: (text: string) => void;
  /** 16 hexadecimal digits. */
  readonly value: () => string;
};

const WORD_BYTES = 4;

export function createChecksum(): Checksum {
  let first = 0x9e37_79b1 | 0;
  let second = 0x85eb_ca77 | 0;
  const addWord = (word: number) => {
    first = Math.imul(first ^ word, 0xcc9e_2d51);
    first = (first << 13) | (first >>> 19);
    second = Math.imul((second + word) | 0, 0x27d4_eb2f);
    second ^= second >>> 15;
  };
  return {
    add: (bytes) => {
      const whole = Math.floor(bytes.byteLength / WORD_BYTES);
      const words = new Uint32Array(bytes, 0, whole);
      for (let at = 0; at < whole; at += 1) addWord(words[at] as number);
      for (const byte of new Uint8Array(bytes, whole * WORD_BYTES)) addWord(byte);
      // Bytes that move from one buffer to the next are a change.
      addWord(bytes.byteLength);
    },
    addText: (text) => {
      for (let at = 0; at < text.length; at += 1) addWord(text.charCodeAt(at));
      addWord(text.length);
    },
    value: () => [first, second].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join(''),
  };
}
