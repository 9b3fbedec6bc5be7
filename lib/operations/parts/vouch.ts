import type { Tx } from '#db/engine/engine.ts';
import { saveActSignature } from '#db/stores/corrections.ts';
import { canonicalJson } from '#lib/act/act.ts';
import { base64url } from '#lib/staff/browser-proof.ts';
import type { Context } from '../context.ts';

/**
 * Keeps who vouches for an act that changes what others wrote: the signature of the browser that called, over the very call; for a
 * device with a bearer token the market signs the record itself.
 */
export async function vouch(tx: Tx, { actor, now, proof, keys }: Context, act: string, record: object): Promise<void> {
  if (proof !== null) return saveActSignature(tx, { act, ...proof });
  const text = canonicalJson({ act, by: actor.id, operator: actor.operator?.id ?? null, at: now, record });
  const signature = base64url(keys.signPass(new TextEncoder().encode(text)));
  await saveActSignature(tx, { act, text, key: keys.passKeyId, signature });
}
