'use client';
import { useTranslations } from 'next-intl';
import { type Dispatch, useEffect, useState } from 'react';
import { useToast } from '../_ui/toast.tsx';
import { type Basket, type BasketStep, EMPTY_BASKET } from './basket.ts';
import { type Parked, park, takeParked, watchParked } from './parked.ts';
import { useStall } from './stall-context.tsx';
import type { TillPass } from './till-views.ts';
import type { Goods } from './use-goods.ts';

export type ParkedBaskets = {
  readonly all: readonly Parked[];
  /** Puts the basket on the counter aside. */
  readonly put: () => void;
  /** Puts one back on the counter, at today's prices. */
  readonly resume: (id: string) => Promise<void>;
  readonly discard: (parked: Parked) => Promise<void>;
  /** Puts back what was parked for a pass that is shown, if the counter is free. @returns whether it did. */
  readonly resumeFor: (pass: TillPass) => boolean;
};

/** Baskets whose shoppers went to fetch something: this tablet keeps them, and the market holds nothing for them meanwhile. */
export function useParked(basket: Basket, step: Dispatch<BasketStep>, goods: Pick<Goods, 'ofIds'>): ParkedBaskets {
  const t = useTranslations('till.parked');
  const x = useTranslations('counter.exchange');
  const say = useToast();
  const { till, now } = useStall();
  const stall = till.stall?.id;
  const [all, setAll] = useState<readonly Parked[]>([]);
  useEffect(() => (stall === undefined ? undefined : watchParked(stall, setAll)), [stall]);

  const put = (): void => {
    if (stall === undefined || basket.lines.length === 0) return;
    if (basket.exchange !== null) {
      say({ text: x('unparked'), tone: 'bad' });
      return;
    }
    park({ stall, at: now(), basket }).then(
      () => {
        step({ do: 'put', basket: EMPTY_BASKET });
        say({ text: t('done') });
      },
      () => say({ text: t('unkept'), tone: 'bad' }),
    );
  };
  const back = async (id: string, shown?: TillPass): Promise<void> => {
    const taken = await takeParked(id);
    if (taken === undefined) return;
    const products = await goods.ofIds(taken.lines.map(({ product }) => product.id));
    const today = new Map(products.map((product) => [product.id, product]));
    step({
      do: 'put',
      basket: {
        ...EMPTY_BASKET,
        ...taken,
        lines: taken.lines.map((line) => ({ ...line, product: today.get(line.product.id) ?? line.product })),
        passes: taken.passes.map((pass) => (pass.id === shown?.id ? shown : pass)),
        pass: shown?.id ?? taken.pass,
      },
    });
    say({ text: t('back') });
  };
  const discard = async ({ id, ...gone }: Parked): Promise<void> => {
    await takeParked(id);
    say({ text: t('discarded'), act: { label: t('undo'), run: () => void park(gone) } });
  };
  const resumeFor = (pass: TillPass): boolean => {
    const parked = all.find((each) => each.basket.passes.some(({ id }) => id === pass.id));
    if (parked === undefined) return false;
    if (basket.lines.length > 0 || basket.exchange !== null) {
      say({ text: t('waits') });
      return false;
    }
    void back(parked.id, pass);
    return true;
  };
  return { all, put, resume: back, discard, resumeFor };
}
