/** Why a file is not taken for a whole package of this program. */
export type PackageFailureCode =
  | 'missing'
  | 'unreadable'
  /** It is no zip file, or a zip file of something else. */
  | 'not-a-package'
  /** A later version of the program made it. */
  | 'newer-package'
  /** Something in it is not what was once written. */
  | 'damaged'
  /** It has what no honest package has: names that leave its folder, links, lying sizes, bombs. */
  | 'hostile'
  | 'cancelled';

/** An expected failure on its way out of the streams; `message` is for the person who looks into it. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly code: PackageFailureCode;

  constructor(code: PackageFailureCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}

/** A package is sealed, and the passphrase was not given or is another one; only opening it fails so. */
export class PassphraseError extends Error {
  override readonly name = 'PassphraseError';
  readonly reason: 'needs-passphrase' | 'wrong-passphrase';

  constructor(reason: PassphraseError['reason']) {
    super(reason);
    this.reason = reason;
  }
}
