import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { closingCounts, drawerSums } from '#db/stores/drawers.ts';
import type { TillSessionRow } from '#db/stores/tills.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { moneyOf } from '#lib/money/money.ts';
import { type CashCount, CUSTODIES, ownCustody } from '#lib/till/cash-count.ts';
import { type Counted, countedAgainst, drawerOf } from '#lib/till/drawer.ts';
import { AmountInput } from './inputs.ts';

export const CustodyInput = z.enum(CUSTODIES);

/** Money counted in one currency; the stall's own, or at the market's desk the market's, unless it says whose. */
export const CountInput = AmountInput.extend({ custody: CustodyInput.optional() });

/** What somebody counted beside what must be there, nought where one of the two says nothing. */
export async function countDrawer(
  tx: Tx,
  session: TillSessionRow,
  typed: readonly z.infer<typeof CountInput>[],
): Promise<readonly CashCount[] | Refusal> {
  const counted: Counted[] = [];
  for (const { custody = ownCustody(session), ...amount } of typed) {
    const money = moneyOf(amount);
    if (money === undefined) return refusal('amount-invalid', { ...amount });
    counted.push({ custody, ...money });
  }
  // Whatever was counted at a close that was undone is counted again, if only as nothing.
  const before = (await closingCounts(tx, session.id)).map((each) => ({ ...each, minor: 0 }));
  return countedAgainst(drawerOf(await drawerSums(tx, session)), [...before, ...counted]);
}
