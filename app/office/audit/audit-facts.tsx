'use client';
import { useLocale } from 'next-intl';
import { useSideName } from '../../_desk/clock.tsx';
import { countryName } from '../../_ui/countries.ts';
import { MoneyText } from '../../_ui/figures.tsx';
import type { AuditRow } from '../office-views.ts';
import { useAuditWords } from './audit-words.ts';

type Facts = AuditRow['facts'];

const AMOUNTS = ['total', 'discount', 'price', 'priceBefore', 'amount'];

/** The facts of an act, each with its name: amounts as money, countries and sides as names, ids by their start. */
export function AuditFacts({ facts }: { readonly facts: Facts }) {
  const { factName } = useAuditWords();
  const shown = Object.entries(facts).filter(([name, value]) => value !== null && value !== '' && name !== 'currency');
  if (shown.length === 0 && facts.currency === undefined) return null;
  return (
    <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-s">
      {shown.map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-soft">{factName(name)}</dt>
          <dd>
            <FactValue name={name} value={value as string | number | boolean} facts={facts} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FactValue({
  name,
  value,
  facts,
}: {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly facts: Facts;
}) {
  const language = useLocale();
  const sideName = useSideName();
  const { valueName } = useAuditWords();
  const { currency } = facts;
  if (AMOUNTS.includes(name) && typeof value === 'string' && typeof currency === 'string')
    return <MoneyText amount={{ amount: value, currency }} />;
  if (name === 'nationality') return countryName(String(value), language);
  if (name === 'side' || name === 'exitSide') return sideName(String(value));
  const text = String(value);
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)) return <bdi dir="ltr">…{text.slice(-8)}</bdi>;
  const word = valueName(text);
  // A reason is somebody's sentence in their own language; numbers and codes stay left to right.
  return word === text && /^[\d\s.,A-Z-]+$/.test(text) ? <bdi dir="ltr">{text}</bdi> : <bdi>{word}</bdi>;
}
