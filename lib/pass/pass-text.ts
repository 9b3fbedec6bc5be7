import type { Refusal } from '#lib/act/refusal.ts';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts';
import { readCose, signCose } from './cose.ts';

/** What the QR code of a pass says: nothing about the person, and nothing derived from them. */
export type PassClaims = {
  readonly passId: string;
  readonly side: string;
  readonly gate: string;
  readonly category: string;
  /** Seconds since 1970-01-01T00:00:00Z; the pass is good from notBefore up to, not including, notAfter. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** The first 8 bytes of the law pack's hash, as 16 hexadecimal digits. */
  readonly packHash: string;
  readonly keyId: string;
};

export type PassTextRefusal = Refusal<'pass-unreadable' | 'pass-not-genuine'>;

const PREFIX = 'SR1:';
const LONGEST_TEXT = 512;
const FIELD = { passId: 1, side: 2, gate: 3, category: 4, notBefore: 5, notAfter: 6, packHash: 7 } as const;

/** The text of a pass: `SR1:` and a COSE_Sign1 in base45. @throws RangeError if the claims cannot be written. */
export function encodePass(claims: PassClaims, sign: (bytes: Uint8Array) => Uint8Array): string {
  if (!areClaims(claims)) throw new RangeError('not the claims of a pass');
  const payload = encodeCbor(
    new Map<number, Cbor>([
      [FIELD.passId, bytesOf(claims.passId.replaceAll('-', ''))],
      [FIELD.side, claims.side],
      [FIELD.gate, claims.gate],
      [FIELD.category, claims.category],
      [FIELD.notBefore, claims.notBefore],
      [FIELD.notAfter, claims.notAfter],
      [FIELD.packHash, bytesOf(claims.packHash)],
    ]),
  );
  return PREFIX + encodeBase45(signCose(claims.keyId, payload, sign));
}

/**
 * The claims of a pass whose signature `verify` confirms. Refuses every other text, with the `part` that failed or the key that
 * does not confirm it; never throws itself. Says nothing about time or revocation.
 */
export function decodePass(
  text: string,
  verify: (keyId: string, bytes: Uint8Array, signature: Uint8Array) => boolean,
): PassClaims | PassTextRefusal {
  const trimmed = text.trim();
  if (!isPassText(trimmed)) return unreadable('prefix');
  const bytes = trimmed.length <= LONGEST_TEXT ? decodeBase45(trimmed.slice(PREFIX.length)) : undefined;
  if (!bytes) return unreadable('base45');
  const signed = readCose(bytes);
  if (!signed) return unreadable('signature');
  const claims = claimsOf(signed.keyId, signed.payload);
  if (!claims) return unreadable('claims');
  const genuine = verify(signed.keyId, signed.toVerify, signed.signature);
  return genuine ? claims : { reason: 'pass-not-genuine', facts: { keyId: signed.keyId } };
}

/** Whether a scanned text means to be a pass (and not a short code or a product). */
export const isPassText = (text: string): boolean => text.startsWith(PREFIX);

/** Whether the pass could not be read: claims have no reason. */
export const isRefusedPass = (outcome: PassClaims | PassTextRefusal): outcome is PassTextRefusal => 'reason' in outcome;

const unreadable = (part: string): PassTextRefusal => ({ reason: 'pass-unreadable', facts: { part } });

function claimsOf(keyId: string, payload: Uint8Array): PassClaims | undefined {
  const map = decodeCbor(payload);
  if (!(map instanceof Map) || map.size !== Object.keys(FIELD).length) return undefined;
  const [passId, packHash] = [map.get(FIELD.passId), map.get(FIELD.packHash)];
  if (!(passId instanceof Uint8Array) || !(packHash instanceof Uint8Array)) return undefined;
  const claims = {
    passId: hexOf(passId).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    side: map.get(FIELD.side),
    gate: map.get(FIELD.gate),
    category: map.get(FIELD.category),
    notBefore: map.get(FIELD.notBefore),
    notAfter: map.get(FIELD.notAfter),
    packHash: hexOf(packHash),
    keyId,
  };
  return areClaims(claims) ? claims : undefined;
}

function areClaims(claims: { readonly [K in keyof PassClaims]: unknown }): claims is PassClaims {
  const { passId, side, gate, category, notBefore, notAfter, packHash, keyId } = claims;
  if (!isText(passId, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) || !isText(packHash, /^[0-9a-f]{16}$/)) return false;
  if (!isText(side, CODE) || !isText(gate, CODE) || !isText(category, CODE) || !isText(keyId, CODE)) return false;
  return Number.isSafeInteger(notBefore) && Number.isSafeInteger(notAfter) && Number(notBefore) < Number(notAfter);
}

const CODE = /^[A-Za-z0-9_-]{1,16}$/;
const isText = (value: unknown, form: RegExp) => typeof value === 'string' && form.test(value);
const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
