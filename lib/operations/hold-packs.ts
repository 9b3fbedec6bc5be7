import { z } from 'zod';
import { coming, type PackAhead, saveHeldPacks } from '#db/stores/device-packs.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';

export const HoldPacks = z.strictObject({
  packs: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(20),
});

/** A device says which law packs it holds. @returns those that it should hold and does not, each with its day. @throws Forbidden. */
export async function holdPacks(
  context: Context,
  { packs }: z.infer<typeof HoldPacks>,
): Promise<{ readonly missing: readonly PackAhead[] }> {
  const { actor, now } = context;
  mayOrThrow(actor, 'hold-packs');
  const wanted = await context.transact(async (tx) => {
    if (actor.kind === 'device') await saveHeldPacks(tx, { device: actor.id, packs, now });
    return coming(tx, now);
  });
  return { missing: wanted.filter(({ hash }) => !packs.includes(hash)) };
}
