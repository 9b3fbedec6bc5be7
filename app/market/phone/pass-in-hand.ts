/** The pass that this phone has open. It lives as long as the page: no cookie, no disk, nothing in the address. */
const KEY = 'serai.pass';

export const passInHand = (): string | null => window.sessionStorage.getItem(KEY);
export const takePass = (code: string): void => window.sessionStorage.setItem(KEY, code);
export const putPassAway = (): void => window.sessionStorage.removeItem(KEY);

/** A shopper's own credential: the QR text or the short code of the pass. */
export const passHeader = (pass: string): Record<string, string> => ({ authorization: `Pass ${pass}` });
