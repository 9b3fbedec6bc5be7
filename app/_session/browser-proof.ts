import { createHmac, timingSafeEqual } from 'node:crypto';
import { verifyBrowser } from '#db/keys/browser-key.ts';
import type { Context } from '#lib/operations/context.ts';
import { requestText, type SignedRequest } from '#lib/staff/browser-proof.ts';

const SLOT_MS = 60_000;
const SLOTS_A_CHALLENGE_LIVES = 5;

/** The challenge of this minute. It can be told by looking at it, so nothing is remembered, and a restart or a second process agrees. */
export function challengeAt(secret: string, now: string): string {
  const slot = Math.floor(Date.parse(now) / SLOT_MS);
  return `${slot}.${sealOf(secret, slot)}`;
}

/** What the key's holder signed to make this very request at this moment; undefined if the header proves nothing of it. */
export function proofOf(
  header: string | undefined,
  publicKey: string,
  request: Omit<SignedRequest, 'challenge'>,
  { secret, now }: { readonly secret: string; readonly now: string },
): Proof | undefined {
  const [challenge = '', signature = ''] = header?.split('~') ?? [];
  const text = requestText({ ...request, challenge });
  const proves = isCurrent(secret, challenge, now) && verifyBrowser(publicKey, text, signature);
  return proves ? { text, key: publicKey, signature } : undefined;
}

type Proof = NonNullable<Context['proof']>;

function isCurrent(secret: string, challenge: string, now: string): boolean {
  const [slotText = '', seal = ''] = challenge.split('.');
  const slot = Number(slotText);
  const age = Math.floor(Date.parse(now) / SLOT_MS) - slot;
  if (!(age >= 0 && age <= SLOTS_A_CHALLENGE_LIVES)) return false;
  const wanted = Buffer.from(sealOf(secret, slot));
  const given = Buffer.from(seal);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const sealOf = (secret: string, slot: number): string =>
  createHmac('sha256', secret).update(`challenge|${slot}`).digest('base64url').slice(0, 22);
