import { type CashUnit, inCash } from '#lib/money/cash.ts';
import { amountOf } from '#lib/money/money.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import { newId } from '../_ui/api.ts';
import type { Basket } from './basket.ts';
import { linesOf, pricedLines, soldLine, totalOf, wholeClaims } from './basket-prices.ts';
import type { SentSale } from './disk.ts';
import type { Exchange } from './exchange.ts';
import { type Acknowledged, decisionOf } from './may-pay.ts';
import { paidBy } from './refunds.ts';
import { type Tender, tenderBody } from './tenders.ts';
import type { Decisions } from './use-decisions.ts';
import type { HeldLeases } from './use-leases.ts';

type Of = {
  readonly decisions: Decisions;
  readonly acknowledged: Acknowledged;
  readonly leases: HeldLeases;
  readonly changeIn: string | undefined;
  readonly cashUnits: readonly CashUnit[];
  /** Who holds what is taken. */
  readonly custody: Custody;
};

/** The basket as one sale, for a party as one payment over a sale per pass, or with what comes back for it as one exchange. */
export function saleOf(
  basket: Basket,
  stall: string,
  tenders: readonly Tender[],
  { decisions, acknowledged, leases, changeIn, cashUnits, custody }: Of,
): SentSale {
  const wholes = wholeClaims(basket);
  const sales = basket.passes
    .filter(({ id }) => linesOf(basket, id).length > 0)
    .map(({ id }) => ({
      pass: id,
      lines: linesOf(basket, id).map(soldLine),
      ...discountBody(id),
      ...dutyBody(id),
      ...leaseBody(id),
    }));
  const [only] = sales;
  if (basket.exchange !== null && only) return exchangeFor(basket.exchange, only);
  const paid = { tenders: tenders.map(tenderBody), ...(changeIn === undefined ? {} : { changeIn }) };
  const sale: Omit<SentSale, 'id'> =
    sales.length === 1 && only
      ? { path: 'sales', body: { ...only, ...paid } }
      : {
          path: 'payments',
          body: { sales: sales.map((one) => ({ id: newId(), stall, ...one })), ...paid, custody },
        };
  return { id: newId(), ...sale };

  function exchangeFor({ sale: of, lines, worth }: Exchange, sold: object): SentSale {
    const given = { minor: worth.minor - totalOf(pricedLines(basket), worth.currency).minor, currency: worth.currency };
    const cash = inCash(given, cashUnits);
    return {
      path: `sales/${of}/exchanges`,
      id: newId(),
      body: {
        lines: lines.map(({ line, quantity }) => ({ line, quantity, goods: 'back' })),
        paidBy: paidBy(custody),
        sold: { id: newId(), ...sold },
        ...(changeIn === undefined ? {} : { changeIn }),
        tenders: tenders.map(tenderBody),
        ...(cash.minor > 0 ? { givenBack: [{ kind: 'cash', amount: amountOf(cash) }] } : {}),
      },
    };
  }

  function discountBody(pass: string) {
    const whole = wholes.get(pass);
    return {
      ...(whole === undefined ? {} : { discount: whole }),
      ...(basket.approval === null ? {} : { approval: basket.approval.id }),
    };
  }

  /** What is held for these goods is spent in the same act. */
  function leaseBody(pass: string) {
    const held = leases.basketOf(pass);
    return held === undefined ? {} : { basket: held };
  }

  function dutyBody(pass: string) {
    const duty = decisionOf(decisions, pass)?.duty;
    const agreed = acknowledged[pass];
    return duty && agreed && agreed.currency === duty.currency && agreed.minor >= duty.minor
      ? { acknowledgedDuty: amountOf(duty) }
      : {};
  }
}

/** The baskets that go with a sale, as this till named them. */
export function basketsOf({ body }: SentSale): readonly string[] {
  const sales = Array.isArray(body.sales) ? (body.sales as readonly { readonly basket?: unknown }[]) : [body];
  return sales.flatMap(({ basket }) => (typeof basket === 'string' ? [basket] : []));
}
