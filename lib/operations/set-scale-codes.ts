import { z } from 'zod';
import { packInForce } from '#db/stores/market.ts';
import { saveScaleCodes } from '#db/stores/scale-codes.ts';
import { refusal } from '#lib/act/refusal.ts';
import { isWhole, PREFIX, type ScaleCode } from '#lib/catalogue/scale-code.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

const ScaleCodeInput = z.strictObject({
  prefix: z.string().regex(PREFIX),
  itemDigits: z.int().min(1).max(8),
  hasPriceCheck: z.boolean(),
  holds: z.enum(['weight', 'price']),
  valueDigits: z.int().min(1).max(8),
  decimals: z.int().min(0).max(3),
});

export const SetScaleCodes = z.strictObject({ id: z.uuid(), side: z.string().max(8), codes: z.array(ScaleCodeInput).max(11) });

type Layouts = { readonly side: string; readonly codes: readonly ScaleCode[] };

/** Says how the scales of a side write weights and prices into barcodes, all layouts at once. @throws Forbidden. */
export async function setScaleCodes(context: Context, input: z.infer<typeof SetScaleCodes>): Promise<Answer<Layouts>> {
  mayOrThrow(context.actor, 'run-market');
  return perform<Layouts>(context, 'set-scale-codes', input, async (tx) => {
    const { id, side, codes } = input;
    const { pack } = await packInForce(tx, context.now);
    if (!pack.sides.some(({ code }) => code === side)) return { refused: [refusal('side-unknown', { side })] };
    const wrong = codes.find((code, at) => !isWhole(code) || codes.findIndex(({ prefix }) => prefix === code.prefix) !== at);
    if (wrong !== undefined) return { refused: [refusal('scale-code-invalid', { code: wrong.prefix })] };
    await saveScaleCodes(tx, { id, side, codes, setAt: context.now, setBy: context.actor.id });
    return { body: { side, codes }, subject: id, facts: { side, code: codes.map(({ prefix }) => prefix).join(' ') } };
  });
}
