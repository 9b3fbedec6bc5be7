'use client';
import { useTranslations } from 'next-intl';
import { type Dispatch, useLayoutEffect, useRef } from 'react';
import { EmptyState } from '../_ui/surfaces.tsx';
import { AllowancePane } from './allowance-pane.tsx';
import type { Basket, BasketLine, BasketStep } from './basket.ts';
import { pricedLines } from './basket-prices.ts';
import { GoodsBack } from './goods-back.tsx';
import { LineRow } from './line-row.tsx';
import { type Acknowledged, type Duty, forbiddenLines, type PayState } from './may-pay.ts';
import { ParkedList } from './parked-list.tsx';
import { PayFoot } from './pay-foot.tsx';
import { ShopperCard } from './shopper-card.tsx';
import type { Decisions } from './use-decisions.ts';
import type { ExitChoices } from './use-exit-choice.ts';
import type { ParkedBaskets } from './use-parked.ts';

type Props = {
  readonly basket: Basket;
  readonly step: Dispatch<BasketStep>;
  readonly decisions: Decisions;
  readonly pay: PayState;
  readonly acknowledged: Acknowledged;
  readonly onAcknowledge: (pass: string, duty: Duty | null) => void;
  readonly exits: ExitChoices;
  readonly onRemove: (line: BasketLine) => void;
  readonly onOpen: (what: 'quantity' | 'discount' | 'note' | 'pass' | 'why') => void;
  readonly onPay: () => void;
  readonly onClear: () => void;
  readonly parked: ParkedBaskets;
};

/** The shopper, what they may still take, what lies on the counter, and what it comes to. */
export function BasketPane({
  basket,
  step,
  decisions,
  pay,
  acknowledged,
  onAcknowledge,
  exits,
  onRemove,
  onOpen,
  onPay,
  onClear,
  parked,
}: Props) {
  const t = useTranslations('till.basket');
  const x = useTranslations('counter.exchange');
  const comingBack = basket.exchange && (
    <GoodsBack exchange={basket.exchange} onRemove={() => step({ do: 'exchange', exchange: null })} />
  );
  const forbidden = forbiddenLines(basket, decisions);
  const list = useRef<HTMLUListElement>(null);
  // The meter above grows and shrinks with every answer; the line at hand stays in sight, in the frame that shows it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what moves the list
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-pressed="true"]')?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [basket.line, pay.kind, decisions.isFresh]);
  const selected = basket.passes.find(({ id }) => id === basket.pass);
  return (
    <section
      aria-label={t('title')}
      className="grid min-h-0 min-w-0 grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(7rem,1fr)_auto] border-line bg-surface max-lg:border-t lg:border-s"
    >
      <ShopperCard passes={basket.passes} selected={basket.pass} step={step} onOpen={onOpen} />
      {selected ? (
        <AllowancePane
          pass={selected}
          decisions={decisions}
          acknowledged={acknowledged[selected.id]}
          onAcknowledge={(duty) => onAcknowledge(selected.id, duty)}
          exits={exits}
          onWhy={() => onOpen('why')}
        />
      ) : (
        <div className="border-line border-b" />
      )}
      {basket.lines.length === 0 && basket.exchange !== null && (
        <div className="grid content-start gap-2 overflow-y-auto px-3 py-2">
          {comingBack}
          <EmptyState title={x('choose')}>{x('chooseNote')}</EmptyState>
        </div>
      )}
      {basket.lines.length === 0 && basket.exchange === null && parked.all.length > 0 && <ParkedList parked={parked} />}
      {basket.lines.length === 0 && basket.exchange === null && parked.all.length === 0 && (
        <div className="grid place-items-center">
          <EmptyState title={t('empty')}>{t('emptyNote')}</EmptyState>
        </div>
      )}
      {basket.lines.length > 0 && (
        <ul ref={list} aria-label={t('lines')} className="min-h-0 overflow-y-auto px-3 py-1">
          {comingBack && <li className="pt-1 pb-2">{comingBack}</li>}
          {pricedLines(basket).map((line) => (
            <LineRow
              key={line.key}
              line={line}
              isSelected={line.key === basket.line}
              forbidden={forbidden.get(line.key)}
              passes={basket.passes}
              step={step}
              onRemove={onRemove}
              onOpen={onOpen}
            />
          ))}
        </ul>
      )}
      <PayFoot basket={basket} pay={pay} onPay={onPay} onClear={onClear} onPark={parked.put} />
    </section>
  );
}
