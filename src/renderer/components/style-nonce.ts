/** The nonce that this page's policy allows style sheets by; libraries that insert any must be given it. */
export const styleNonce: string = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.nonce ?? '';
