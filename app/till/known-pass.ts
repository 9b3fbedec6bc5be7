import { decodePass, isPassText, isRefusedPass, type PassClaims } from '#lib/pass/pass-text.ts';
import { plainCode } from '#lib/pass/short-code.ts';
import { fromBase64url } from '#lib/staff/browser-proof.ts';
import { callApi } from '../_ui/api.ts';
import type { RefusalView } from '../_ui/views.ts';
import { ifOnDisk, keep, keptAs } from './disk.ts';
import type { TillPass } from './till-views.ts';

type PassKeys = {
  readonly at: string;
  readonly keys: readonly { readonly id: string; readonly publicKey: string }[];
  readonly revoked: readonly { readonly pass: string; readonly at: string }[];
};
type Found = { readonly pass: TillPass } | { readonly refusal: RefusalView };

const KEYS = 'pass-keys';

/** Fetches the keys that sign passes, and what was revoked, for the time when nobody can be asked. */
export async function learnPassKeys(): Promise<void> {
  const answer = await callApi<PassKeys>('GET', 'pass-keys');
  if (answer.kind === 'done') await keep(KEYS, answer.body);
}

/** When the revocations on this tablet are from, by the market's clock. */
export const passKeysAt = async (): Promise<string | null> => (await keptAs<PassKeys>(KEYS))?.value.at ?? null;

export const rememberPass = (card: TillPass): Promise<unknown> =>
  ifOnDisk(async ({ passes }) => passes.put({ ...(await passes.get(card.id)), id: card.id, code: card.code, card }));

/** A pass without the market: one that was seen here, by its code or its QR; one that was not, by the signature on it. */
export async function passWithout(text: string, now: string): Promise<Found> {
  if (!isPassText(text)) {
    const seen = await ifOnDisk(({ passes }) => passes.where({ code: plainCode(text) }).first());
    return seen ? notRevoked(seen.card) : { refusal: { reason: 'pass-not-seen-here', facts: {} } };
  }
  const claims = await verifiedClaims(text);
  if ('refusal' in claims) return claims;
  const seen = await ifOnDisk(({ passes }) => passes.get(claims.passId));
  if (seen) return notRevoked(seen.card);
  const [from, until] = [claims.notBefore, claims.notAfter].map((seconds) => new Date(seconds * 1000).toISOString());
  if (from !== undefined && now < from) return { refusal: { reason: 'pass-not-yet-valid', facts: { validFrom: from } } };
  if (until !== undefined && now >= until) return { refusal: { reason: 'pass-expired', facts: { expiredAt: until } } };
  return notRevoked(strangerOf(claims, text));
}

/** Whoever holds it may have come in since it was seen: the gate and the upload know. */
async function notRevoked(card: TillPass): Promise<Found> {
  const revoked = (await keptAs<PassKeys>(KEYS))?.value.revoked.find(({ pass }) => pass === card.id);
  if (revoked) return { refusal: { reason: 'pass-revoked', facts: { revokedAt: revoked.at, cause: '' } } };
  return { pass: card.state === 'issued' ? { ...card, state: 'in-force' } : card };
}

/** The pass says nothing of its holder. */
function strangerOf({ passId, side, gate, category, notBefore, notAfter }: PassClaims, qr: string): TillPass {
  const [validFrom = '', validUntil = ''] = [notBefore, notAfter].map((seconds) => new Date(seconds * 1000).toISOString());
  const traveller = { initials: '', nationality: '', residence: '', ageClass: 'adult' } as const;
  const pass = { id: passId, code: '', qr, category, side, gate, state: 'in-force', validFrom, validUntil } as const;
  return { ...pass, traveller, party: null, guardian: false, visit: null };
}

/** The signature is verified by the browser, which answers later: the text is read first, and believed only then. */
async function verifiedClaims(text: string): Promise<PassClaims | { readonly refusal: RefusalView }> {
  let signed: { readonly keyId: string; readonly bytes: Uint8Array; readonly signature: Uint8Array } | undefined;
  const claims = decodePass(text, (keyId, bytes, signature) => {
    signed = { keyId, bytes, signature };
    return true;
  });
  if (isRefusedPass(claims)) return { refusal: claims };
  const key = (await keptAs<PassKeys>(KEYS))?.value.keys.find(({ id }) => id === signed?.keyId);
  if (key === undefined || signed === undefined) return { refusal: { reason: 'pass-key-not-here', facts: {} } };
  const isGenuine = await verified(key.publicKey, signed.bytes, signed.signature);
  return isGenuine ? claims : { refusal: { reason: 'pass-not-genuine', facts: { keyId: key.id } } };
}

/** A browser without Ed25519 believes no pass. */
async function verified(publicKey: string, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', Uint8Array.from(fromBase64url(publicKey)), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(bytes));
  } catch {
    return false;
  }
}
