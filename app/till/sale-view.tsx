'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Receipt } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import type { Exchange } from './exchange.ts';
import { ExchangeForm } from './exchange-form.tsx';
import { FiscalNote, fiscalNumber } from './fiscal-note.tsx';
import { GoodsCameBack } from './goods-back.tsx';
import { ReceiptCopy } from './receipt-copy.tsx';
import { RefundForm } from './refund-form.tsx';
import { SaleState } from './sale-state.tsx';
import { SoldLines } from './sold-lines.tsx';
import { useStall } from './stall-context.tsx';
import { VoidForm } from './void-form.tsx';

type Props = {
  readonly receipt: Receipt;
  readonly onBack: () => void;
  readonly onChanged: () => Promise<void>;
  /** Not where there is no shelf to sell others from. */
  readonly onExchange?: (exchange: Exchange) => void;
};

/** One sale, and the ways to undo it: all of it before the till closes, line by line, or line by line for other goods. */
export function SaleView({ receipt, onBack, onChanged, onExchange }: Props) {
  const t = useTranslations('till.sales');
  const x = useTranslations('counter.exchange');
  const c = useTranslations('everywhere');
  const [act, setAct] = useState<'void' | 'refund' | 'exchange' | null>(null);
  // A sale is undone where it was made.
  const isDesk = useStall().till.stall === null;
  const done = async (): Promise<void> => {
    await onChanged();
    setAct(null);
  };
  if (act === 'void') return <VoidForm receipt={receipt} onBack={() => setAct(null)} onDone={done} />;
  if (act === 'refund') return <RefundForm receipt={receipt} onBack={() => setAct(null)} onDone={done} />;
  if (act === 'exchange' && onExchange)
    return <ExchangeForm receipt={receipt} onBack={() => setAct(null)} onExchange={onExchange} />;
  const hasGoods = receipt.state === 'sold' || receipt.state === 'part-refunded';
  return (
    <div className="grid gap-4 pb-4">
      <p className="flex flex-wrap items-center gap-3" role="status">
        <SaleState state={receipt.state} />
        <b className="num text-l">
          <MoneyText amount={receipt.total} />
        </b>
        {receipt.operator && (
          <span className="text-soft">
            <bdi>{receipt.operator.name}</bdi>
          </span>
        )}
      </p>
      <SoldLines receipt={receipt} />
      {receipt.exchange && <GoodsCameBack exchange={receipt.exchange} />}
      {receipt.exchangedFor && (
        <p>
          {x('exchangedFor')} <bdi dir="ltr">{receipt.exchangedFor.join(', ')}</bdi>
        </p>
      )}
      {receipt.fiscal?.map((document) => (
        <FiscalNote key={fiscalNumber(document)} document={document} />
      ))}
      <ReceiptCopy receipt={receipt} />
      <div className="flex flex-wrap gap-3">
        <Button onPress={onBack}>{c('back')}</Button>
        <span className="flex-1" />
        {hasGoods && onExchange && <Button onPress={() => setAct('exchange')}>{x('act')}</Button>}
        {hasGoods && (
          <Button look="danger" onPress={() => setAct('refund')}>
            {t('refund')}
          </Button>
        )}
        {receipt.state === 'sold' && receipt.exchange === undefined && !isDesk && (
          <Button look="danger" onPress={() => setAct('void')}>
            {t('void')}
          </Button>
        )}
      </div>
    </div>
  );
}
