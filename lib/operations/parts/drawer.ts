import type { Tx } from '#db/engine/engine.ts';
import { cashUnitsAt } from '#db/stores/market.ts';
import { savePayment } from '#db/stores/sales.ts';
import { nextTillSessionNumber, openTillSession, saveTillSession } from '#db/stores/tills.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { type Money, moneyOf } from '#lib/money/money.ts';
import type { Rate } from '#lib/money/rate.ts';
import { type Settled, settle, type Tendered } from '#lib/sale/tenders.ts';
import { isMarketDesk } from '#lib/staff/actor.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import type { Context } from '../context.ts';

type TenderBody = {
  readonly kind: 'cash' | 'card' | 'qr';
  readonly amount: { amount: string; currency: string };
  readonly reference?: string | undefined;
};

/** Money handed over, or the amount that does not read. */
export function tenderedOf(tenders: readonly TenderBody[]): readonly Tendered[] | Refusal {
  const read: Tendered[] = [];
  for (const { kind, amount, reference } of tenders) {
    const money = moneyOf(amount);
    if (money === undefined || money.minor === 0)
      return refusal('amount-invalid', { amount: amount.amount, currency: amount.currency });
    read.push({ kind, money, reference: reference ?? null });
  }
  return read;
}

/**
 * The session that takes the money: the open one, or for a token till or desk one opened by its first sale.
 * Their own screen asks for a person and a float first.
 */
export async function drawerFor(tx: Tx, context: Context): Promise<{ readonly id: string | null } | Refusal> {
  const { actor } = context;
  if (actor.role !== 'till' && !isMarketDesk(actor)) return { id: null };
  if (actor.screen && actor.operator === null) return refusal('operator-required');
  const open = await openTillSession(tx, actor.id);
  if (open !== undefined) return open;
  if (actor.screen || (actor.stall === null && !isMarketDesk(actor))) return refusal('no-till-session');
  const row = {
    id: context.newId(),
    number: await nextTillSessionNumber(tx, actor.id),
    device: actor.id,
    stall: actor.stall,
    openedAt: context.now,
    openedBy: actor.operator?.id ?? null,
  };
  await saveTillSession(tx, row);
  return row;
}

/** Settles a total and writes the payment. @returns what was handed over and back, or the refusal if it does not do. */
export async function takeTenders(
  tx: Tx,
  context: Context,
  of: {
    payment: string;
    total: Money;
    tenders: readonly TenderBody[];
    rates: readonly Rate[];
    tillSession: string | null;
    custody: Custody;
    changeIn: string | undefined;
  },
): Promise<Settled | Refusal> {
  const tendered = tenderedOf(of.tenders);
  if ('reason' in tendered) return tendered;
  const settled = settle(of.total, tendered, of.rates, { units: await cashUnitsAt(tx, context.now), changeIn: of.changeIn });
  if ('refused' in settled) return settled.refused;
  await putAway(tx, context, { ...of, settled });
  return settled;
}

/** Writes what was handed over and given back. */
export async function putAway(
  tx: Tx,
  context: Context,
  of: { payment: string; tillSession: string | null; custody: Custody; settled: Settled },
): Promise<void> {
  await savePayment(tx, {
    payment: {
      id: of.payment,
      custody: of.custody,
      device: context.actor.id,
      operator: context.actor.operator?.id ?? null,
      tillSession: of.tillSession,
      recordedAt: context.now,
    },
    tenders: of.settled.tenders.map(({ kind, money, reference, rate }) => ({
      id: context.newId(),
      payment: of.payment,
      kind,
      ...money,
      reference,
      rate,
    })),
    change: of.settled.change,
    rounding: of.settled.rounding,
  });
}
