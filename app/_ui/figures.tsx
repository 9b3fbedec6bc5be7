'use client';
import { useLocale, useTranslations } from 'next-intl';
import { amountOf } from '#lib/money/money.ts';
import { languageOf } from '#lib/words/languages.ts';
import { dateFormat, numberFormat } from './formats.ts';
import type { Amount } from './views.ts';

/** Minor units as a decimal string: 1250, 'CNY' -> '12.50'. */
export const decimalOf = (minor: number, currency: string): string => amountOf({ minor, currency }).amount;

/** An amount in the reader's own way of writing. Decimals are the currency's, never the engine's idea of them; whole amounts may drop them. */
export function moneyWords(amount: Amount, language: string, { short = false }: { short?: boolean } = {}): string {
  const decimals = amount.amount.split('.')[1]?.length ?? 0;
  const whole = short && /^-?\d+(\.0*)?$/.test(amount.amount);
  const digits = whole ? 0 : decimals;
  const format = numberFormat(languageOf(language).tag, {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal string is formatted exactly; a number would pass through binary fractions.
  const text = format.format(amount.amount as `${number}`);
  // Inside a right-to-left sentence the sign would otherwise jump to the other end of the digits.
  return languageOf(language).dir === 'rtl' ? `\u2066${text}\u2069` : text;
}

/** Money. `short` leaves out the decimals of whole amounts (limits, not prices). */
export function MoneyText({ amount, short = false }: { readonly amount: Amount; readonly short?: boolean }) {
  return <bdi dir="ltr">{moneyWords(amount, useLocale(), { short })}</bdi>;
}

export type Measured = { readonly value: number; readonly unit: string };

/** How a measure is written: grams as kilograms from one kilogram up, millilitres as litres, a mix as a share, a currency as money. */
export function useMeasureWords(): (measured: Measured) => string {
  const language = useLocale();
  const t = useTranslations('law.units');
  const number = (value: number, decimals: number): string =>
    numberFormat(languageOf(language).tag, { maximumFractionDigits: decimals }).format(value);
  return ({ value, unit }) => {
    if (/^[A-Z]{3}$/.test(unit)) return moneyWords({ amount: decimalOf(value, unit), currency: unit }, language, { short: true });
    if (unit === 'g') return value >= 1000 ? t('kg', { value: number(value / 1000, 2) }) : t('g', { value: number(value, 0) });
    if (unit === 'ml') return value >= 1000 ? t('l', { value: number(value / 1000, 2) }) : t('ml', { value: number(value, 0) });
    if (unit === 'ppm') return t('share', { value: number(value / 10_000, 0) });
    if (unit === 'exit') return t('exits', { count: value });
    if (unit === 'day') return t('days', { count: value });
    return t('pieces', { count: value });
  };
}

/** Percentages, from thousandths. They keep their direction in Urdu, and their sign beside them. */
export const percents = (permilles: readonly number[]): string =>
  `\u2066${permilles.map((permille) => `${permille / 10}\u00a0%`).join(' / ')}\u2069`;

/** A per cent as it was said: '12.5'. */
export const percentWords = (percent: string): string => `\u2066${percent}\u00a0%\u2069`;

/** A weight, volume, share, count or value in the reader's words. */
export function MeasureText(measured: Measured) {
  return <bdi>{useMeasureWords()(measured)}</bdi>;
}

type DateProps = {
  /** An instant (RFC 3339), or a day. */
  readonly at: string;
  readonly show?: 'day' | 'time' | 'both';
  /** Minutes ahead of UTC of the place whose clock is meant; without it the device's own zone. A day has no zone. */
  readonly offsetMinutes?: number | undefined;
};

/** An instant or a day in the reader's language, on the clock of a named place. */
export function dateWords({ at, show = 'both', offsetMinutes }: DateProps, language: string): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
  const shift = isDay ? 0 : offsetMinutes;
  const instant = new Date(Date.parse(at) + (shift ?? 0) * 60_000);
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const shown = isDay || show === 'day' ? day : show === 'time' ? time : { ...day, ...time };
  return dateFormat(languageOf(language).tag, {
    ...shown,
    ...(shift === undefined ? {} : { timeZone: 'UTC' }),
  }).format(instant);
}

export function DateText(props: DateProps) {
  const words = dateWords(props, useLocale());
  return (
    <time dateTime={props.at} suppressHydrationWarning>
      <bdi>{words}</bdi>
    </time>
  );
}
