'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, callApi, newId } from '../_ui/api.ts';
import type { Basket } from './basket.ts';
import { askedLine, linesOf } from './basket-prices.ts';
import { keepBook, openBook, takeOverLeft } from './kept-leases.ts';
import {
  type Ask,
  answered,
  asking,
  EMPTY_BOOK,
  isHeld,
  type LeaseBook,
  named,
  nextAsk,
  type Outcome,
  spent,
  type Wanted,
} from './lease-book.ts';
import { isUnanswered } from './link.ts';

export type HeldLeases = {
  /** The name under which this pass's basket is held; what is held under it does not count against it. */
  readonly basketOf: (pass: string) => string | undefined;
  /** They go with a sale, and are not given back. */
  readonly spend: (baskets: readonly string[]) => void;
  /** Whether all that this pass takes now is held for it. */
  readonly isHeld: (pass: string) => boolean;
};

type Till = {
  readonly isOnline: boolean;
  /** A sale is on its way, with all that is held for it: nothing else is asked for its goods. */
  readonly isPaying: boolean;
  /** What a tab that is gone held was given back: there is more for its pass. */
  readonly onFreed: () => void;
};
const WAIT_MS = 400;
/** After a question that nobody answered. */
const AGAIN_MS = 5000;

/**
 * Asks the market, line by line, to hold what the basket would use: nobody else can sell it then, and this till may, should the network go.
 * What a pass takes no longer is given back.
 */
export function useLeases(basket: Basket, { isOnline, isPaying, onFreed }: Till): HeldLeases {
  const [book, setBook] = useState<LeaseBook>(EMPTY_BOOK);
  const [isOpen, setOpen] = useState(false);
  const mayAsk = isOpen && isOnline && !isPaying;
  const latest = useRef({ book, mayAsk, onFreed, wanted: [] as Wanted, isAsking: false });
  const text = JSON.stringify(basket.passes.map(({ id }) => ({ pass: id, lines: linesOf(basket, id).map(askedLine) })));

  const put = useCallback((next: LeaseBook): void => {
    if (next === latest.current.book) return;
    latest.current.book = next;
    setBook(next);
    keepBook(next);
  }, []);
  const sync = useCallback(async (): Promise<void> => {
    if (latest.current.isAsking) return;
    latest.current.isAsking = true;
    for (let ask = askNow(); ask !== undefined; ask = askNow()) {
      put(asking(latest.current.book, ask));
      const outcome = outcomeOf(await callApi('POST', 'leases', { id: newId(), ...ask }));
      if (outcome === undefined) {
        setTimeout(() => void sync(), AGAIN_MS);
        break;
      }
      if (latest.current.book.ended.some((each) => each.basket === ask.basket)) latest.current.onFreed();
      put(answered(latest.current.book, ask, outcome, newId));
    }
    latest.current.isAsking = false;

    function askNow(): Ask | undefined {
      return latest.current.mayAsk ? nextAsk(latest.current.book, latest.current.wanted) : undefined;
    }
  }, [put]);

  useEffect(() => {
    const wanted = JSON.parse(text) as Wanted;
    latest.current.mayAsk = mayAsk;
    latest.current.wanted = wanted;
    if (!isOpen) return undefined;
    put(
      named(
        latest.current.book,
        wanted.map(({ pass }) => pass),
        newId,
      ),
    );
    const timer = setTimeout(() => void sync(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, isOpen, mayAsk, put, sync]);
  useEffect(() => {
    latest.current.onFreed = onFreed;
  });

  useEffect(() => {
    void openBook().then((kept) => {
      put(kept);
      setOpen(true);
    });
  }, [put]);
  useEffect(() => {
    if (!isOpen || !isOnline) return;
    void takeOverLeft((left) => {
      if (left.length === 0) return;
      put({ ...latest.current.book, ended: [...latest.current.book.ended, ...left] });
      void sync();
    });
  }, [isOpen, isOnline, put, sync]);

  const basketOf = useCallback((pass: string): string | undefined => latest.current.book.byPass[pass]?.basket, []);
  return {
    basketOf,
    spend: (baskets) => put(spent(latest.current.book, baskets)),
    isHeld: (pass) => isHeld(book, pass, linesOf(basket, pass).map(askedLine)),
  };
}

/** Undefined where nobody answered: it is asked again once somebody does. */
function outcomeOf(answer: Answer<unknown>): Outcome | undefined {
  if (answer.kind === 'done') return 'held';
  if (answer.kind === 'fault') return isUnanswered(answer) ? undefined : 'refused';
  return answer.refusals.some(({ reason }) => reason === 'lease-ended') ? 'ended' : 'refused';
}
