import type { Tx } from '#db/engine/engine.ts';
import { endLease, leasesOf } from '#db/stores/leases.ts';
import type { Context } from '../context.ts';

/** Takes back what tills still hold of a visit that closes. What they sold of it comes in late, after the name of who let it go. */
export async function recallLeases(tx: Tx, { actor, now }: Context, visit: string, reason: string): Promise<void> {
  const recalledBy = actor.operator?.id ?? actor.id;
  for (const lease of await leasesOf(tx, visit))
    await endLease(tx, lease, { state: 'recalled', endedAt: now, recalledBy, reason });
}
