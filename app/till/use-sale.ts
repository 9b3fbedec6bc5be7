'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { RefusalView } from '../_ui/views.ts';
import type { Unsent } from './disk.ts';
import { noteSold } from './goods.ts';
import { mayFinish, type Paper } from './offline-receipt.ts';
import { finishOffline } from './offline-sale.ts';
import { leftBehind, sendKept } from './outbox.ts';
import { useStall } from './stall-context.tsx';
import { type Act, STOPPED, useAct } from './use-act.ts';
import { useFiscalWait } from './use-fiscal-wait.ts';

export type Sale = {
  readonly act: Act;
  readonly receipts: readonly Paper[] | null;
  readonly refusals: readonly RefusalView[];
  readonly fault: number | null;
  /** Sends the sale that `make` makes; where the last attempt failed with the same `key`, that very sale again. */
  readonly send: (key: string, make: () => Unsent) => Promise<void>;
  /** Makes a sale here, without an answer: the one that is being sent, else the one that `make` makes. */
  readonly finish: (make?: () => Unsent) => Promise<void>;
  /** Whether the sale that is being sent could be finished without an answer. */
  readonly canFinish: boolean;
  /** It could not be written to this tablet's disk, and so was not made. */
  readonly isUnkept: boolean;
  /** It was left behind by a tab that is gone: nobody here pressed Pay for it. */
  readonly isLeftBehind: boolean;
  /** Puts receipts and refusals away, for the next shopper. */
  readonly clear: () => void;
};

/** Made, by the market or here. */
export type Sold = { readonly sale: Unsent; readonly receipts: readonly Paper[]; readonly isOffline: boolean };
type Answered = { readonly receipt: Receipt } | { readonly receipts: readonly Receipt[] };
type Shown = Pick<Sale, 'receipts' | 'refusals' | 'fault' | 'isUnkept'>;
const NOTHING: Shown = { receipts: null, refusals: [], fault: null, isUnkept: false };

/**
 * Makes the sale. It is on disk before it is sent, and until it is answered: whatever stops this tab, the next one at this till sends the
 * same act again and not a second one. Without an answer it may be made here, under the same id.
 */
export function useSale(onSold: (sold: Sold) => void): Sale {
  const { till, beacon } = useStall();
  const stall = till.stall?.id;
  const isShut = useFiscalWait()?.wait === 'shut';
  const act = useAct();
  const [shown, setShown] = useState<Shown>(NOTHING);
  const [isLeftBehind, setLeftBehind] = useState(false);
  const [inHand, setInHand] = useState<Unsent | null>(null);
  const latest = useRef({ onSold, inHand });
  useEffect(() => {
    latest.current = { onSold, inHand };
  });
  const failed = useRef<{ readonly key: string; readonly sale: Unsent } | null>(null);
  const { run, stop } = act;

  const done = useCallback((sold: Sold): void => {
    const { receipts } = sold;
    setInHand(null);
    noteSold(receipts.flatMap(({ lines }) => lines.map(({ product }) => product)));
    latest.current.onSold(sold);
    setShown({ ...NOTHING, receipts });
  }, []);

  const send = useCallback(
    async (key: string, make: () => Unsent): Promise<void> => {
      const sale = failed.current?.key === key ? failed.current.sale : make();
      setShown(NOTHING);
      setInHand(sale);
      const answer = await sendKept(sale, async () => {
        const answered = await run<Answered>(sale.path, sale.body, sale.id);
        return answered === STOPPED ? undefined : answered;
      });
      if (answer === undefined) return;
      failed.current = answer.kind === 'fault' ? { key, sale } : null;
      if (answer.kind === 'done') {
        const receipts = 'receipts' in answer.body ? answer.body.receipts : [answer.body.receipt];
        return done({ sale, receipts, isOffline: false });
      }
      setInHand(null);
      setShown(answer.kind === 'refused' ? { ...NOTHING, refusals: answer.refusals } : { ...NOTHING, fault: answer.status });
    },
    [run, done],
  );

  const finish = async (make?: () => Unsent): Promise<void> => {
    const sale = inHand ?? make?.();
    if (sale?.draft === undefined || beacon === null || isShut) return;
    stop();
    try {
      done({ sale, receipts: [await finishOffline(sale, till, beacon)], isOffline: true });
    } catch {
      setInHand(null);
      setShown({ ...NOTHING, isUnkept: true });
    }
  };

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
    setShown(NOTHING);
    setLeftBehind(false);
  }, []);
  const canFinish = inHand?.draft !== undefined && beacon !== null && !isShut && mayFinish(inHand.draft, till.offline.floor);
  return { act, ...shown, isLeftBehind, send, finish, canFinish, clear };
}
