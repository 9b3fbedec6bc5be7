import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { lotOf, saveMovement } from '#db/stores/catalogue.ts';
import { discountsOfSale, saveSaleDiscount } from '#db/stores/discounts.ts';
import { endLease, findLease, keepEndedLease } from '#db/stores/leases.ts';
import { plannedDuty, replan, saveDecision } from '#db/stores/plans.ts';
import { tillRatesOn } from '#db/stores/rates.ts';
import { receiptOf } from '#db/stores/receipts.ts';
import { nextPosition, saveSale } from '#db/stores/sales.ts';
import { isTheirOwn } from '#db/stores/staff-travellers.ts';
import { findStall, type StallRecord } from '#db/stores/vendors.ts';
import { type VisitLaw, visitLaw } from '#db/stores/visit-law.ts';
import type { PassRecord, VisitRow } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import { measureOf } from '#lib/catalogue/measure.ts';
import { decide } from '#lib/law/decide.ts';
import type { Decision, Facts } from '#lib/law/decision.ts';
import { type Money, moneyOf } from '#lib/money/money.ts';
import { convert, type Rate } from '#lib/money/rate.ts';
import { passStateOf, refusalToSell } from '#lib/pass/pass-state.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { refusalsOf } from '#lib/sale/rules.ts';
import type { Settled } from '#lib/sale/tenders.ts';
import type { Context } from '../context.ts';
import { type BasketGoods, type BasketLine, basketLines, LineInput } from './basket-lines.ts';
import { discountWord } from './discount-limit.ts';
import { DiscountInput } from './discounts.ts';
import { refusedByFiscal, saveSaleDocument } from './fiscal.ts';
import { AmountInput, PassShown } from './inputs.ts';
import { isRefusal, passInHand } from './pass-in-hand.ts';

export const BasketInput = z.strictObject({
  pass: PassShown,
  lines: z.array(LineInput).min(1).max(200),
  /** The basket as the till named it when it asked for a lease. */
  basket: z.uuid().optional(),
  identityCheck: z
    .strictObject({ how: z.enum(['pass', 'initials', 'photo', 'document', 'face']), result: z.enum(['match', 'doubt']) })
    .optional(),
  acknowledgedDuty: AmountInput.optional(),
  /** Off the whole sale, after what comes off its lines. */
  discount: DiscountInput.optional(),
  /** An owner's word for discounts above the stall's limit. */
  approval: z.uuid().optional(),
});

/** A basket that may be sold, with all that the sale will record. */
export type Basket = {
  readonly stall: StallRecord;
  readonly pass: PassRecord;
  readonly visit: VisitRow;
  readonly lines: readonly BasketLine[];
  readonly discounts: BasketGoods['discounts'];
  /** Whose word there is for them, where a cashier's is not enough. */
  readonly approval: string | null;
  readonly total: Money;
  readonly facts: Facts;
  readonly standing: VisitLaw['standing'];
  readonly packHash: string;
  readonly decision: Decision;
  readonly marketDay: string;
  readonly tillRates: readonly Rate[];
  readonly identityCheck: { how: string; result: string } | null;
  /** The basket as its till named it. */
  readonly name: string | undefined;
};

/** Reads a basket against the pass, the stall and the law. @returns every reason why it cannot be sold. */
export async function readBasket(
  tx: Tx,
  context: Context,
  input: z.infer<typeof BasketInput> & { readonly id: string },
  of: { readonly stall: string; readonly payment: string; readonly tillSession: string | null },
): Promise<Basket | { readonly refused: readonly Refusal[] }> {
  const stall = await findStall(tx, { id: of.stall });
  if (stall === undefined) return { refused: [refusal('stall-unknown')] };
  const shut = await refusedByFiscal(tx, context, stall);
  if (shut !== undefined) return { refused: [shut] };
  const pass = await passInHand(tx, context, input.pass);
  if (isRefusal(pass)) return { refused: [pass] };
  const refused = refusalToSell(passStateOf(pass, context.now));
  if (refused !== undefined) return { refused: [refused] };
  const visit = pass.visit as VisitRow;
  if (visit.state === 'presented') return { refused: [refusal('visit-presented')] };
  if (await isTheirOwn(tx, context.actor, visit.traveller)) return { refused: [refusal('own-pass')] };
  const goods = await basketLines(tx, input, { newId: context.newId, stall: stall.id });
  if ('refused' in goods) return goods;
  const { lines } = goods;
  const { currency } = (lines[0] as BasketLine).product;
  const claimed = { ...of, actor: context.actor, stall, at: context.now, approval: input.approval, currency, lines };
  const word = await discountWord(tx, claimed);
  if ('reason' in word) return { refused: [word] };

  const law = await visitLaw(tx, visit, pass, visit.side, context.now, input.basket);
  const basket = lines.map(({ fact }) => ({ ...fact, sale: input.id, soldAt: context.now }));
  const facts: Facts = { ...law.facts, lines: [...law.facts.lines, ...basket] };
  const decision = decide(law.pack, facts);
  const refusals = refusalsOf({
    suspended: stall.suspended,
    basket: lines.map(({ fact }) => fact.id),
    decision,
    // Asked only where it decides something: it stands in the whole decision of the sale before.
    dutyBefore: (decision.duty?.minor ?? 0) === 0 ? null : await plannedDuty(tx, visit.id),
    acknowledgedDuty: input.acknowledgedDuty === undefined ? null : (moneyOf(input.acknowledgedDuty) ?? null),
  });
  if (refusals.length > 0) return { refused: refusals };
  const side = law.pack.sides.find(({ code }) => code === stall.side) as (typeof law.pack.sides)[number];
  const marketDay = dayIn(side.zone, context.now);
  return {
    stall,
    pass,
    visit,
    ...goods,
    ...word,
    total: { minor: lines.reduce((sum, { paidMinor }) => sum + paidMinor, 0), currency },
    facts,
    standing: law.standing,
    packHash: law.hash,
    decision,
    marketDay,
    tillRates: await tillRatesOn(tx, stall.id, marketDay),
    identityCheck: input.identityCheck ?? null,
    name: input.basket,
  };
}

/** Writes the sale, moves its stock and puts the visit's plan where the decision says. Its payment is saved already. @returns its receipt. */
export async function saveBasket(
  tx: Tx,
  context: Context,
  basket: Basket,
  of: {
    sale: string;
    act: string;
    payment: string;
    tillSession: string | null;
    settled: Settled;
    /** What the sales before it in the same payment come to. */
    paidBefore?: number;
    /** Where the till made the sale without a network: when, under which number, and whether its visit still has a plan. */
    offline?: { readonly occurredAt: string; readonly number: string; readonly replans: boolean };
  },
): Promise<Receipt> {
  const by = { act: of.act, now: context.now, newId: context.newId };
  const position = await nextPosition(tx, context.actor.id);
  const decisionCode = shortCodeOf(context.randomBytes(12));
  const decisionId = await saveDecision(tx, by, {
    visit: basket.visit.id,
    packHash: basket.packHash,
    facts: basket.facts,
    decision: basket.decision,
    code: decisionCode,
  });
  const lawCurrency = basket.decision.duty?.currency ?? basket.total.currency;
  const lawRate = convert(basket.total, lawCurrency, basket.facts.rates)?.rate ?? [];
  const sale = await saveSale(
    tx,
    {
      id: of.sale,
      number: of.offline?.number ?? `${context.actor.code}-${String(position).padStart(6, '0')}`,
      device: context.actor.id,
      position,
      stall: basket.stall.id,
      vendor: basket.stall.vendor.id,
      seller: basket.stall.company.id,
      sellerName: basket.stall.company.name,
      sellerTaxId: basket.stall.company.taxId,
      visit: basket.visit.id,
      pass: basket.pass.id,
      traveller: basket.visit.traveller,
      payment: of.payment,
      tillSession: of.tillSession,
      operator: context.actor.operator?.id ?? null,
      decision: decisionId,
      totalMinor: basket.total.minor,
      currency: basket.total.currency,
      origin: of.offline === undefined ? 'live' : 'offline',
      identityCheck: basket.identityCheck,
      marketDay: basket.marketDay,
      occurredAt: of.offline?.occurredAt ?? context.now,
      recordedAt: context.now,
    },
    await Array.fromAsync(basket.lines, (line, i) => rowOf(tx, line, i + 1, of.sale, lawRate, basket.tillRates)),
  );
  for (const { line, ...given } of basket.discounts)
    await saveSaleDiscount(tx, {
      ...given,
      id: context.newId(),
      sale: of.sale,
      saleLine: line === null ? null : (basket.lines[line] as BasketLine).fact.id,
      approval: basket.approval,
    });
  for (const { product, lot, quantityMilli } of sale.lines) {
    await saveMovement(tx, {
      id: context.newId(),
      product,
      lot,
      kind: 'sale',
      quantityMilli: -quantityMilli,
      reason: null,
      act: of.act,
      recordedAt: context.now,
    });
  }
  if (of.offline?.replans !== false) await replan(tx, by, { ...basket, decisionId, cause: 'sale' });
  await spendLease(tx, context, basket);
  const { id, code, name, side } = basket.stall;
  const { operator } = context.actor;
  const document = await saveSaleDocument(tx, context, basket, of);
  const receipt = receiptOf({
    sale,
    stall: { id, code, name, side },
    passCode: basket.pass.code,
    decision: basket.decision,
    decisionCode,
    operator: operator === null ? null : { id: operator.id, name: operator.name },
    tenders: of.settled.tenders.map(({ kind, money, reference }) => ({ kind, ...money, reference })),
    change: of.settled.change,
    rounding: of.settled.rounding,
    discounts: basket.discounts.length === 0 ? [] : await discountsOfSale(tx, of.sale),
  });
  return document === undefined ? receipt : { ...receipt, fiscal: [document] };
}

/**
 * What was held for the basket is sold now, and its name is good no longer: a question to hold it that the sale overtook holds nothing.
 * Another till's lease is none of its business.
 */
async function spendLease(tx: Tx, { actor, now }: Context, { name, visit }: Basket): Promise<void> {
  if (name === undefined) return;
  const lease = await findLease(tx, name);
  const end = { state: 'spent', endedAt: now } as const;
  if (lease === undefined)
    await keepEndedLease(tx, { id: name, visit: visit.id, device: actor.id, lines: [], heldAt: now, ...end });
  else if (lease.device === actor.id && lease.state !== 'recalled') await endLease(tx, lease, end);
}

async function rowOf(
  tx: Tx,
  { fact, product, quantityMilli, listMinor, paidMinor, note }: BasketLine,
  line: number,
  sale: string,
  lawRate: readonly Rate[],
  tillRate: readonly Rate[],
) {
  return {
    id: fact.id,
    sale,
    line,
    product: product.id,
    lot: await lotOf(tx, product.id),
    names: product.names,
    category: product.category,
    hs: product.hsDigits,
    quantityMilli,
    units: fact.units,
    listMinor,
    discountMinor: listMinor - paidMinor,
    paidMinor,
    gift: false,
    netWeightG: measureOf(product.netWeightG, quantityMilli),
    packedWeightG: fact.weightG,
    volumeMl: fact.volumeMl,
    strengthPermille: fact.strengthPermille,
    pieces: fact.pieces,
    fate: fact.fate,
    lawRate,
    tillRate: tillRate.filter(({ base, quote }) => base === product.currency || quote === product.currency),
    note,
  };
}
