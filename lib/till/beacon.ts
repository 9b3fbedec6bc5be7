import { base64url, fromBase64url } from '#lib/staff/browser-proof.ts';

/** The server's clock, signed for one till: whatever that till sells later without a network happened after it. */
export type Beacon = { readonly at: string; readonly device: string };

const said = ({ at, device }: Beacon): string => `${at}|${device}`;
/** 64 bytes, base64url. */
const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;
const bytesOf = (beacon: Beacon): Uint8Array => new TextEncoder().encode(`serai beacon\n${said(beacon)}`);

/** The text of a beacon: its instant, its device and the market's signature. */
export const beaconText = (beacon: Beacon, sign: (bytes: Uint8Array) => Uint8Array): string =>
  `${said(beacon)}|${base64url(sign(bytesOf(beacon)))}`;

/** The beacon that a text says, if `verify` confirms its signature. */
export function readBeacon(text: string, verify: (bytes: Uint8Array, signature: Uint8Array) => boolean): Beacon | undefined {
  const [at = '', device = '', signature = '', ...rest] = text.split('|');
  const beacon = { at, device };
  if (rest.length > 0 || Number.isNaN(Date.parse(at)) || !SIGNATURE.test(signature)) return undefined;
  return verify(bytesOf(beacon), fromBase64url(signature)) ? beacon : undefined;
}

/** When a beacon was made, for the till that holds it: it cannot check the signature, nor need it. */
export const beaconAt = (text: string): string => text.split('|')[0] ?? '';
