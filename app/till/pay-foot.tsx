'use client';
import { CirclePause } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { amountOf } from '#lib/money/money.ts';
import { Button } from '../_ui/button.tsx';
import { MoneyText, moneyWords } from '../_ui/figures.tsx';
import { useRefusalWords } from '../_ui/refusal.tsx';
import { type Basket, goodsIn } from './basket.ts';
import { offTotalOf, pricedLines, totalOf } from './basket-prices.ts';
import { differenceOf, lessOf } from './exchange.ts';
import type { PayState } from './may-pay.ts';
import { useStall } from './stall-context.tsx';
import { otherAmounts } from './tenders.ts';
import { Key } from './till-bar.tsx';

type Props = {
  readonly basket: Basket;
  readonly pay: PayState;
  readonly onPay: () => void;
  readonly onClear: () => void;
  readonly onPark: () => void;
};

/** Where Pay leads to what is still missing, and does not stand shut. */
const LEADING: readonly PayState['kind'][] = ['open', 'pass-needed', 'exit', 'approval'];

/** The total where the thumb is. A shut Pay says why. */
export function PayFoot({ basket, pay, onPay, onClear, onPark }: Props) {
  const t = useTranslations('till.foot');
  const p = useTranslations('till.parked');
  const c = useTranslations('counter');
  const x = useTranslations('counter.exchange');
  const { currency, rates } = useStall();
  const total = totalOf(pricedLines(basket), currency);
  const { exchange } = basket;
  const difference = differenceOf(total, exchange);
  const due = { ...difference, minor: Math.abs(difference.minor) };
  const off = offTotalOf(pricedLines(basket), currency);
  const nationality = basket.passes[0]?.traveller.nationality;
  const others = difference.minor > 0 ? otherAmounts(difference, nationality, rates) : [];
  const whyNot = useWhyNot(pay);
  return (
    <div className="grid gap-2.5 border-line border-t px-5 pt-3 pb-5">
      <div className="flex items-end justify-between gap-3">
        <div className="grid min-w-0 text-s text-soft">
          <span className="num">
            {t('goods', { count: goodsIn(basket.lines) })}
            {exchange && total.minor > 0 && (
              <>
                {' · '}
                <MoneyText amount={amountOf(total)} />
              </>
            )}
          </span>
          {exchange && (
            <span className="num whitespace-nowrap">
              {x('back')} <MoneyText amount={lessOf(amountOf(exchange.worth))} />
            </span>
          )}
          {off.minor > 0 && (
            <span className="num text-saffron-ink">
              {c('discount.off')} <MoneyText amount={amountOf({ ...off, minor: -off.minor })} />
              {basket.approval && <> · {c('discount.allowedBy', { name: basket.approval.by })}</>}
            </span>
          )}
          <span className="num flex flex-wrap gap-x-2">
            {others.map((money) => (
              <span key={money.currency}>
                ≈ <MoneyText amount={amountOf(money)} short />
              </span>
            ))}
          </span>
        </div>
        <p
          aria-live="polite"
          className="num grid justify-items-end whitespace-nowrap font-bold text-[2.25rem] leading-none tracking-tight"
        >
          <span className={exchange ? 'pb-1 font-semibold text-m tracking-normal' : 'sr-only'}>
            {exchange ? x(difference.minor < 0 ? 'give' : 'pay') : t('total')}{' '}
          </span>
          <MoneyText amount={amountOf(due)} />
        </p>
      </div>
      {whyNot && (
        <p id="why-not" className="text-s text-saffron-ink leading-snug">
          {whyNot}
        </p>
      )}
      <div className="flex gap-2 sm:gap-3">
        <Button
          size="xl"
          wide
          look="primary"
          isDisabled={!LEADING.includes(pay.kind)}
          onPress={onPay}
          {...(whyNot ? { 'aria-describedby': 'why-not' } : {})}
        >
          {pay.kind === 'pass-needed' ? t('passFirst') : pay.kind === 'approval' ? c('approval.ask') : t('pay')}
          <span className="max-sm:hidden">
            <Key name={pay.kind === 'pass-needed' ? 'F2' : 'F4'} />
          </span>
        </Button>
        {basket.lines.length > 0 && exchange === null && (
          <Button size="xl" className="shrink-0 px-4!" aria-label={p('park')} onPress={onPark}>
            <CirclePause aria-hidden size={26} />
          </Button>
        )}
        {(basket.lines.length + basket.passes.length > 0 || exchange !== null) && (
          <Button size="xl" className="shrink-0 px-4! text-m!" onPress={onClear}>
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A sum in the middle of Urdu is read from its own left. */
const LEFT_TO_RIGHT = '\u2066';
const END = '\u2069';

function useWhyNot(pay: PayState): string | null {
  const t = useTranslations('till.foot');
  const o = useTranslations('offline.sale.whyNot');
  const c = useTranslations('counter.approval');
  const x = useTranslations('counter.exchange.whyNot');
  const { offsetMinutes, till } = useStall();
  const language = useLocale();
  const floor = till.offline.floor;
  const words = useRefusalWords(offsetMinutes);
  switch (pay.kind) {
    case 'forbidden':
      return t('forbidden');
    case 'exit':
      return t('exit');
    case 'duty':
      return t('duty');
    case 'offline':
      return o(pay.why, { floor: floor ? `${LEFT_TO_RIGHT}${moneyWords(floor, language)}${END}` : '' });
    case 'exchange':
      return x(pay.why);
    case 'approval':
      return c('before', { off: moneyWords(amountOf(pay.off), language) });
    case 'pass-refused':
      return words(pay.refusal).what;
    default:
      return null;
  }
}
