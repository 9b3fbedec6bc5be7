import type { Tx } from '#db/engine/engine.ts';
import { findPerson } from '#db/stores/staff.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import type { Context } from '../context.ts';

/** A signature is a person's own: the machine, or a device, signs nothing. */
export async function mayNotSign(tx: Tx, { actor }: Context): Promise<Refusal | undefined> {
  const person = actor.kind === 'person' ? await findPerson(tx, { id: actor.id }) : undefined;
  return person?.role === 'administrator' ? undefined : refusal('signer-unknown');
}
