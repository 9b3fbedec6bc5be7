'use client';
import { CirclePlay, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { amountOf } from '#lib/money/money.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { goodsIn } from './basket.ts';
import { pricedLines, totalOf } from './basket-prices.ts';
import type { Parked } from './parked.ts';
import { useStall } from './stall-context.tsx';
import type { ParkedBaskets } from './use-parked.ts';

/** What is parked, where the next basket will be. */
export function ParkedList({ parked }: { readonly parked: ParkedBaskets }) {
  const t = useTranslations('till.parked');
  return (
    <section aria-label={t('title')} className="grid min-h-0 content-start gap-2 overflow-y-auto px-5 py-3">
      <h2 className="font-bold">{t('title')}</h2>
      <p className="text-s text-soft">{t('note')}</p>
      <ul className="grid gap-2">
        {parked.all.map((each) => (
          <li key={each.id} className="flex gap-2">
            <Button wide className="justify-start! gap-3 px-3! text-start" onPress={() => void parked.resume(each.id)}>
              <CirclePlay aria-label={t('resume')} size={24} className="shrink-0" />
              <What parked={each} />
            </Button>
            <Button look="quiet" className="px-3!" aria-label={t('discard')} onPress={() => void parked.discard(each)}>
              <Trash2 aria-hidden size={22} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function What({ parked: { basket, at } }: { readonly parked: Parked }) {
  const t = useTranslations('till');
  const { currency, offsetMinutes } = useStall();
  const [pass] = basket.passes;
  return (
    <>
      <span className="me-auto grid min-w-0 leading-tight">
        <b>
          {pass === undefined ? (
            t('parked.nobody')
          ) : (
            <bdi dir="ltr">
              {pass.traveller.initials} {displayCode(pass.code).slice(-4)}
            </bdi>
          )}
        </b>
        <span className="font-normal text-s text-soft">
          {t('foot.goods', { count: goodsIn(basket.lines) })} · <DateText at={at} show="time" offsetMinutes={offsetMinutes} />
        </span>
      </span>
      <span className="num">
        <MoneyText amount={amountOf(totalOf(pricedLines(basket), currency))} />
      </span>
    </>
  );
}
