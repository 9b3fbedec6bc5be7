'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { amountOf } from '#lib/money/money.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import { type Exchange, exchangeOf } from './exchange.ts';
import { LinesBack } from './lines-back.tsx';
import { refundTotal, type Wanted } from './refunds.ts';

type Props = {
  readonly receipt: Receipt;
  readonly onBack: () => void;
  readonly onExchange: (exchange: Exchange) => void;
};

/** Which goods come back; what the shopper takes instead is then sold as ever, and nothing is done before that is paid. */
export function ExchangeForm({ receipt, onBack, onExchange }: Props) {
  const t = useTranslations('counter.exchange');
  const c = useTranslations('everywhere');
  const [wanted, setWanted] = useState<ReadonlyMap<number, Wanted>>(new Map());
  const worth = refundTotal(receipt.lines, wanted);
  const isAny = [...wanted.values()].some(({ milli }) => milli > 0);
  return (
    <div className="grid gap-4 pb-4">
      <LinesBack lines={receipt.lines} wanted={wanted} onChange={setWanted} />
      <p className="flex items-baseline justify-between gap-4 text-l">
        {t('worth')}
        <output aria-label={t('worth')} className="num font-bold text-xl">
          <MoneyText amount={amountOf(worth)} />
        </output>
      </p>
      <div className="flex justify-between gap-3">
        <Button onPress={onBack}>{c('back')}</Button>
        <Button look="primary" size="l" isDisabled={!isAny} onPress={() => onExchange(exchangeOf(receipt, wanted))}>
          {t('next')}
        </Button>
      </div>
    </div>
  );
}
