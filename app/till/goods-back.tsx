'use client';
import { Undo2, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReceiptExchange } from '#lib/sale/receipt.ts';
import { Button } from '../_ui/button.tsx';
import { MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { type Exchange, lessOf } from './exchange.ts';

type Lines = Exchange['lines'] | ReceiptExchange['lines'];

/** Goods that come back, or came: each with what it takes off. */
export function LinesLess({ lines }: { readonly lines: Lines }) {
  const language = useLocale();
  return (
    <ul className="grid">
      {lines.map(({ names, quantity, amount }, place) => (
        <li key={place} className="grid grid-cols-[2.5rem_1fr_auto] items-baseline gap-x-2 py-1">
          <span className="num whitespace-nowrap">
            <bdi dir="ltr">{quantity}</bdi> ×
          </span>
          <span className="min-w-0 leading-tight">{nameIn(names, language)}</span>
          <b className="num whitespace-nowrap font-semibold">
            <MoneyText amount={lessOf(amount)} />
          </b>
        </li>
      ))}
    </ul>
  );
}

type Props = { readonly exchange: Exchange; readonly onRemove: () => void };

/** What comes back for the goods on the counter. */
export function GoodsBack({ exchange, onRemove }: Props) {
  const t = useTranslations('counter.exchange');
  return (
    <section aria-label={t('back')} className="rounded-box bg-saffron-tint px-2 pb-1 text-[0.9375rem]">
      <h3 className="flex items-center gap-2 font-semibold text-saffron-ink">
        <Undo2 aria-hidden size={20} className="shrink-0" />
        <span className="min-w-0 flex-1 leading-tight">
          {t('back')} · <bdi dir="ltr">{exchange.number}</bdi>
        </span>
        <Button look="quiet" className="px-3!" aria-label={t('remove')} onPress={onRemove}>
          <X aria-hidden size={20} />
        </Button>
      </h3>
      <LinesLess lines={exchange.lines} />
    </section>
  );
}

/** The same on a receipt. */
export function GoodsCameBack({ exchange }: { readonly exchange: ReceiptExchange }) {
  const t = useTranslations('counter.exchange');
  return (
    <section aria-label={t('came')} className="rounded-box bg-saffron-tint px-3 py-2">
      <h3 className="font-semibold text-saffron-ink">
        {t('came')} · <bdi dir="ltr">{exchange.number}</bdi>
      </h3>
      <LinesLess lines={exchange.lines} />
    </section>
  );
}
