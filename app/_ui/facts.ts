import { useLocale, useTranslations } from 'next-intl';
import { countryName } from './countries.ts';
import { moneyWords, percentWords } from './figures.tsx';
import type { Facts } from './views.ts';

/** Every fact a sentence may use. One that a refusal did not bring reads 'none', which the sentences select on. */
const FACTS = [
  'until', 'from', 'at', 'since', 'day', 'side', 'gate', 'stall', 'vendor', 'name', 'field', 'reason',
  'minimumAge',
  'minorUnder', 'age', 'nationality', 'type', 'amount', 'due', 'paid', 'available', 'asked', 'unit', 'minutes', 'hours', 'attempts', 'days',
  'count', 'lines', 'line', 'code', 'currency', 'product', 'state', 'rule', 'percent',
] as const; // biome-ignore format: a word list

type FactName = (typeof FACTS)[number];
export type FactWords = Record<FactName, string | number>;

/** Other modules name the same fact their own way; the sentence knows one name for it. */
const SYNONYMS: Readonly<Record<string, FactName>> = {
  expiresOn: 'until', expiredOn: 'until', validUntil: 'until', lockedUntil: 'until', retryAt: 'until', notAfter: 'until', expiredAt: 'until',
  validFrom: 'from', notBefore: 'from',
  spentAt: 'at', revokedAt: 'at', replacedAt: 'at', presentedAt: 'at', soldAt: 'at', closedAt: 'at', occurredAt: 'at', enteredAt: 'since', openedAt: 'since', suspendedAt: 'since',
  entrySide: 'side', passSide: 'side',  minimum: 'minimumAge', maximumDays: 'days', stayDays: 'days', limit: 'available',
  onHand: 'available', left: 'available', refundable: 'available', quantity: 'asked', wanted: 'asked', duty: 'amount', required: 'due', total: 'due', tendered: 'paid',
  documentType: 'type', unresolved: 'count', lines: 'count',
}; // biome-ignore format: a word list

/** Turns a refusal's facts into what a sentence can hold: instants as dates, countries as names, money with its currency. */
export function useFactWords(dateOf: (at: string) => string): (facts: Facts) => FactWords {
  const language = useLocale();
  const law = useTranslations('law');
  return (facts) => {
    const words = Object.fromEntries(FACTS.map((name) => [name, 'none'])) as FactWords;
    for (const [given, value] of Object.entries(facts)) {
      const name = SYNONYMS[given] ?? (given as FactName);
      if (value === null || value === '' || !FACTS.includes(name)) continue;
      words[name] = wordOf(given, value);
    }
    return words;

    function wordOf(given: string, value: string | number | boolean): string | number {
      if (typeof value === 'boolean') return String(value);
      if (given === 'percent') return percentWords(String(value));
      const currency = facts.currency;
      if (/Minor$/.test(given) || typeof value === 'number') return value;
      if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return dateOf(value);
      if (given === 'nationality' || given === 'issuer') return countryName(value, language);
      if ((given === 'side' || /Side$/.test(given)) && law.has(`sides.${value as 'CN'}`)) return law(`sides.${value as 'CN'}`);
      if (typeof currency === 'string' && /^\d+(\.\d+)?$/.test(value)) return moneyWords({ amount: value, currency }, language);
      return value;
    }
  };
}
