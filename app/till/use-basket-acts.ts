'use client';
import { useTranslations } from 'next-intl';
import { type Dispatch, useCallback, useLayoutEffect, useRef } from 'react';
import { useToast } from '../_ui/toast.tsx';
import { type Basket, type BasketLine, type BasketStep, EMPTY_BASKET, stepOf } from './basket.ts';

export type BasketActs = {
  /** The line that the keys act on. */
  readonly line: BasketLine | undefined;
  readonly remove: (line: BasketLine) => void;
  readonly clear: () => void;
  /** One step more or fewer on the chosen line. */
  readonly move: (by: 1 | -1) => void;
  /** Chooses the line below or above. */
  readonly walk: (by: 1 | -1) => void;
};

/** What hands and keys do to the basket. Whatever is taken away can be put back. */
export function useBasketActs(basket: Basket, step: Dispatch<BasketStep>): BasketActs {
  const t = useTranslations('till.basket');
  const say = useToast();
  const line = basket.lines.find(({ key }) => key === basket.line);
  const before = useRef(basket);
  useLayoutEffect(() => {
    before.current = basket;
  });
  const putBack = useCallback(
    (text: string): void => {
      const { current } = before;
      say({ text, act: { label: t('undo'), run: () => step({ do: 'put', basket: current }) } });
    },
    [say, step, t],
  );

  const remove = useCallback(
    (gone: BasketLine): void => {
      step({ do: 'quantity', line: gone.key, milli: 0 });
      putBack(t('removed'));
    },
    [step, putBack, t],
  );
  const clear = (): void => {
    step({ do: 'put', basket: EMPTY_BASKET });
    if (basket.lines.length > 0 || basket.exchange !== null) putBack(t('cleared'));
  };
  const move = (by: 1 | -1): void => {
    if (!line) return;
    const milli = line.milli + by * stepOf(line);
    if (milli > 0) step({ do: 'quantity', line: line.key, milli });
    else remove(line);
  };
  const walk = (by: 1 | -1): void => {
    const other = basket.lines[basket.lines.findIndex(({ key }) => key === basket.line) + by];
    if (other) step({ do: 'select-line', line: other.key });
  };
  return { line, remove, clear, move, walk };
}
