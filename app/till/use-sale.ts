'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { newId } from '../_ui/api.ts';
import type { RefusalView } from '../_ui/views.ts';
import { type Basket, lineBody, linesOf } from './basket.ts';
import { noteSold } from './goods.ts';
import { type Acknowledged, decisionOf } from './may-pay.ts';
import { leftBehind, type SentSale, sendKept } from './outbox.ts';
import { type Tender, tenderBody } from './tenders.ts';
import { type Act, useAct } from './use-act.ts';
import type { Decisions } from './use-decisions.ts';

export type Sale = {
  readonly act: Act;
  readonly receipts: readonly Receipt[] | null;
  readonly refusals: readonly RefusalView[];
  readonly fault: number | null;
  /** Sends the sale that `make` makes; where the last attempt failed with the same `key`, that very sale again. */
  readonly send: (key: string, make: () => SentSale) => Promise<void>;
  /** It was left behind by a tab that is gone: nobody here pressed Pay for it. */
  readonly isLeftBehind: boolean;
  /** Puts receipts and refusals away, for the next shopper. */
  readonly clear: () => void;
};

type Answered = { readonly receipt: Receipt } | { readonly receipts: readonly Receipt[] };

/**
 * Makes the sale. It is on disk before it is sent, and until it is answered: whatever stops this tab, the next one at this till sends the
 * same act again and not a second one.
 */
export function useSale(stall: string | undefined, onSold: () => void): Sale {
  const act = useAct();
  const [receipts, setReceipts] = useState<readonly Receipt[] | null>(null);
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([]);
  const [fault, setFault] = useState<number | null>(null);
  const [isLeftBehind, setLeftBehind] = useState(false);
  const sold = useRef(onSold);
  useEffect(() => {
    sold.current = onSold;
  });
  const failed = useRef<{ readonly key: string; readonly sale: SentSale } | null>(null);
  const { run } = act;

  const send = useCallback(
    async (key: string, make: () => SentSale): Promise<void> => {
      const sale = failed.current?.key === key ? failed.current.sale : make();
      setRefusals([]);
      setFault(null);
      const answer = await sendKept(stall ?? '', sale, () => run<Answered>(sale.path, sale.body, sale.id));
      failed.current = answer.kind === 'fault' ? { key, sale } : null;
      if (answer.kind === 'refused') return setRefusals(answer.refusals);
      if (answer.kind === 'fault') return setFault(answer.status);
      const made = 'receipts' in answer.body ? answer.body.receipts : [answer.body.receipt];
      noteSold(made.flatMap(({ lines }) => lines.map(({ product }) => product)));
      sold.current();
      setReceipts(made);
    },
    [run, stall],
  );

  const resumed = useRef<string>(undefined);
  useEffect(() => {
    if (stall === undefined || resumed.current === stall) return;
    resumed.current = stall;
    void leftBehind(stall).then(async (left) => {
      for (const sale of left) {
        setLeftBehind(true);
        await send(sale.id, () => sale);
      }
    });
  }, [send, stall]);

  const clear = useCallback(() => {
    setReceipts(null);
    setRefusals([]);
    setFault(null);
    setLeftBehind(false);
  }, []);
  return { act, receipts, refusals, fault, isLeftBehind, send, clear };
}

/** The basket as one sale, or for a party as one payment over a sale per pass. */
export function saleOf(
  basket: Basket,
  stall: string,
  tenders: readonly Tender[],
  decisions: Decisions,
  acknowledged: Acknowledged,
): SentSale {
  const sales = basket.passes
    .filter(({ id }) => linesOf(basket, id).length > 0)
    .map(({ id }) => ({ pass: id, lines: linesOf(basket, id).map(lineBody), ...dutyBody(id) }));
  const paid = tenders.map(tenderBody);
  const [only] = sales;
  const sale: Omit<SentSale, 'id'> =
    sales.length === 1 && only
      ? { path: 'sales', body: { ...only, tenders: paid } }
      : {
          path: 'payments',
          body: { sales: sales.map((one) => ({ id: newId(), stall, ...one })), tenders: paid, custody: 'stall' },
        };
  return { id: newId(), ...sale };

  function dutyBody(pass: string) {
    const duty = decisionOf(decisions, pass)?.duty;
    const agreed = acknowledged[pass];
    return duty && agreed && agreed.currency === duty.currency && agreed.minor >= duty.minor
      ? { acknowledgedDuty: amountOf(duty) }
      : {};
  }
}
