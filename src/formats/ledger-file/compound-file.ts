import { CFB } from '@e965/xlsx';

/** What is used of the library's way with compound files ([MS-CFB]); its own types say `any`. */
type CompoundFiles = {
  readonly read: (bytes: Uint8Array, options: { readonly type: 'array' }) => CompoundFile;
  readonly find: (file: CompoundFile, path: string) => { readonly content: ArrayLike<number> } | null;
  readonly write: (file: CompoundFile, options: { readonly type: 'array' }) => ArrayLike<number>;
  readonly utils: {
    readonly cfb_new: () => CompoundFile;
    readonly cfb_add: (file: CompoundFile, path: string, content: Uint8Array) => unknown;
  };
};
type CompoundFile = { readonly FullPaths: readonly string[] };

export const compoundFiles = CFB as CompoundFiles;
