import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { keptBy, saveCashMove } from '#db/stores/drawer-records.ts';
import { openTillSession } from '#db/stores/tills.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { type Amount, amountOf, type Money, moneyOf } from '#lib/money/money.ts';
import { isMarketDesk, NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import { type Custody, ownCustody } from '#lib/till/cash-count.ts';
import { KEEPERS, type Keeper } from '#lib/till/cash-keeper.ts';
import type { Context } from './context.ts';
import { ApprovalInput } from './parts/approval.ts';
import { checkPin } from './parts/check-pin.ts';
import { CustodyInput } from './parts/count-drawer.ts';
import { AmountInput } from './parts/inputs.ts';
import { type Answer, perform } from './perform.ts';

export const HandCash = z.strictObject({
  id: z.uuid(),
  from: z.enum(KEEPERS),
  to: z.enum(KEEPERS),
  custody: CustodyInput.optional(),
  amounts: z.array(AmountInput).min(1).max(10),
  giver: ApprovalInput,
  taker: ApprovalInput,
});

type Handed = { readonly moves: readonly { readonly from: Keeper; readonly to: Keeper; readonly amount: Amount }[] };

/**
 * Cash goes from one keeper to another: the drawer of this till, the safe of its vendor, the market's bank; at the market's desk its own safe. Who gives and who takes both
 * sign by PIN, and nobody becomes the cashier by that. @throws Forbidden, NotYours.
 */
export async function handCash(context: Context, { giver, taker, ...input }: z.infer<typeof HandCash>): Promise<Answer<Handed>> {
  mayOrThrow(context.actor, 'open-till');
  const { vendor } = context.actor;
  if (vendor === null && !isMarketDesk(context.actor)) throw new NotYours();
  const custody = input.custody ?? ownCustody(context.actor);
  const people = [await signerOf(context, input.from, giver), await signerOf(context, input.to, taker)] as const;
  const unsigned = people.flatMap((person) => ('reason' in person ? [person] : []));
  if (unsigned.length > 0) return { status: 'refused', refusals: unsigned };
  const [givenBy, takenBy] = [giver.person, taker.person];
  return perform(context, 'hand-cash', { ...input, ...{ givenBy, takenBy } }, async (tx) => {
    if (givenBy === takenBy || input.from === input.to) return { refused: [refusal('two-people-needed')] };
    const isDrawer = [input.from, input.to].includes('drawer');
    const session = isDrawer ? await openTillSession(tx, context.actor.id) : undefined;
    if (isDrawer && session === undefined) return { refused: [refusal('no-till-session')] };
    const amounts = input.amounts.map(moneyOf).filter((money) => money !== undefined && money.minor > 0) as Money[];
    if (amounts.length < input.amounts.length) return { refused: [refusal('amount-invalid', {})] };
    const missing = await notThere(tx, { keeper: input.from, vendor, custody, amounts });
    if (missing !== undefined) return { refused: [missing] };
    for (const money of amounts)
      await saveCashMove(tx, {
        id: context.newId(),
        leaves: input.from,
        reaches: input.to,
        tillSession: session?.id ?? null,
        vendor,
        custody,
        ...money,
        givenBy,
        takenBy,
        movedAt: context.now,
      });
    const moves = amounts.map((money) => ({ from: input.from, to: input.to, amount: amountOf(money) }));
    return { body: { moves }, subject: session?.id ?? vendor ?? context.actor.id, facts: { from: input.from, to: input.to } };
  });
}

/** The bank is the market's: its own people sign for it. Drawer and safe are the vendor's, or at the market's desk the market's too. */
const signerOf = (context: Context, keeper: Keeper, { person, pin }: z.infer<typeof ApprovalInput>) =>
  checkPin(context, person, pin, keeper === 'bank' ? 'market' : 'vendor');

/** Nobody hands out of a safe or the bank what was never brought there. A drawer may hold what no till has told yet. */
async function notThere(
  tx: Tx,
  of: { keeper: Keeper; vendor: string | null; custody: Custody; amounts: readonly Money[] },
): Promise<Refusal | undefined> {
  if (of.keeper === 'drawer') return undefined;
  const kept = await keptBy(tx, of.keeper, of.vendor, of.custody);
  const missing = of.amounts.find(({ currency, minor }) => (kept.get(currency) ?? 0) < minor);
  if (missing === undefined) return undefined;
  const { amount, currency } = amountOf({ minor: kept.get(missing.currency) ?? 0, currency: missing.currency });
  return refusal('cash-not-there', { limit: amount, currency });
}
