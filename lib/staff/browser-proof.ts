/** The market's word of the moment, in every answer to an enrolled browser: what a proof has to be about, so that no tablet's clock matters. */
export const CHALLENGE_HEADER = 'x-serai-challenge';
/** `challenge~signature`: the browser holds the key it was enrolled with. */
export const PROOF_HEADER = 'x-serai-proof';

/** A public key as the browser exports it: an uncompressed P-256 point as SPKI, base64url. */
export const PUBLIC_KEY_PATTERN = /^[A-Za-z0-9_-]{122}$/;

/** Both halves of WebCrypto's name for it: ECDSA over P-256 with SHA-256. */
export const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGN_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** One request as a browser signs it. `target` is the path with its query, `body` the very text that is sent. */
export type SignedRequest = {
  readonly method: string;
  readonly target: string;
  readonly door: string;
  readonly body: string;
  readonly challenge: string;
};

/** What is signed for a request: a proof fits no other call, door, body or time. */
export const requestText = ({ method, target, door, body, challenge }: SignedRequest): string =>
  `serai request\n${challenge}\n${method} ${target}\n${door}\n${body}`;

/** What is signed to be enrolled: nobody can enrol with a key that another browser holds. */
export const enrolmentText = (code: string): string => `serai enrolment\n${code}`;

export const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The bytes of a base64url text. @throws where it is none. */
export const fromBase64url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
