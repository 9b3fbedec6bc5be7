import { z } from 'zod';
import { packInForce } from '#db/stores/market.ts';
import { findCompany, findStall, findVendor, saveVendor } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

export const LicenseVendor = z.strictObject({
  id: z.uuid(),
  name: z.string().trim().min(2).max(120),
  company: z.string().trim().min(2).max(160),
  taxId: z.string().trim().min(3).max(40),
  country: z.string().regex(/^[A-Z]{3}$/),
  stalls: z
    .array(
      z.strictObject({
        id: z.uuid(),
        code: z.string().regex(/^[A-Z0-9-]{2,12}$/),
        name: z.string().trim().min(2).max(120),
        side: z.string().max(8),
      }),
    )
    .min(1)
    .max(20),
});

/** Licenses a company to trade here, with its stalls. @throws Forbidden. */
export async function licenseVendor(
  context: Context,
  input: z.infer<typeof LicenseVendor>,
): Promise<Answer<{ vendor: { id: string; name: string } }>> {
  mayOrThrow(context.actor, 'run-market');
  return perform(context, 'license-vendor', input, async (tx) => {
    const { pack } = await packInForce(tx, context.now);
    if ((await findCompany(tx, input.country, input.taxId)) !== undefined)
      return { refused: [refusal('tax-id-taken', { taxId: input.taxId })] };
    if ((await findVendor(tx, input.id)) !== undefined) return { refused: [refusal('id-taken')] };
    for (const stall of input.stalls) {
      if (!pack.sides.some(({ code }) => code === stall.side))
        return { refused: [refusal('side-unknown', { side: stall.side })] };
      if ((await findStall(tx, { code: stall.code })) !== undefined)
        return { refused: [refusal('stall-code-taken', { code: stall.code })] };
    }
    const company = context.newId();
    await saveVendor(tx, {
      company: { id: company, name: input.company, taxId: input.taxId, country: input.country, recordedAt: context.now },
      vendor: { id: input.id, company, name: input.name, licence: `L-${input.country}-${input.taxId}`, licensedAt: context.now },
      stalls: input.stalls.map((stall) => ({ ...stall, vendor: input.id, openedAt: context.now })),
    });
    return {
      body: { vendor: { id: input.id, name: input.name } },
      subject: input.id,
      facts: { name: input.name, stalls: input.stalls.length },
    };
  });
}
