'use client';
import { useLocale, useTranslations } from 'next-intl';
import { countryName } from '../_ui/countries.ts';
import { dateWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { StatusBanner } from '../_ui/status-banner.tsx';
import type { EntryView, GateMarket } from './gate-views.ts';

type Props = { readonly entry: EntryView; readonly goods: number; readonly market: GateMarket };

/** Somebody is in: who, by what pass and until when, from three metres. */
export function EntryBanner({ entry: { pass, visit }, goods, market }: Props) {
  const t = useTranslations('gate');
  const language = useLocale();
  const side = market.sides.find(({ code }) => code === visit.side);
  const at = { offsetMinutes: side?.offsetMinutes };
  return (
    <StatusBanner
      status="green"
      title={t('entry.title')}
      foot={
        <>
          <span>{t('entry.at', { time: dateWords({ at: visit.enteredAt, show: 'time', ...at }, language) })}</span>
          <span>{t('entry.until', { until: dateWords({ at: pass.validUntil, ...at }, language) })}</span>
        </>
      }
    >
      <p className="font-bold text-[1.4em]">{countryName(pass.traveller.nationality, language)}</p>
      <p>
        {nameIn(side?.names, language, visit.side)} · {categoryWords(t, pass.category)}
      </p>
      <p>{t('entry.holder', { initials: isolated(pass.traveller.initials), age: t(`ages.${pass.traveller.ageClass}`) })}</p>
      {goods > 0 && <p>{t('entry.goods', { count: goods })}</p>}
    </StatusBanner>
  );
}

/** A category that a market added and nobody worded yet shows as itself. */
function categoryWords(t: ReturnType<typeof useTranslations<'gate'>>, category: string): string {
  const key = `categories.${category as 'visitor'}` as const;
  return t.has(key) ? t(key) : category;
}

/** Latin initials end in a full stop, which a right-to-left sentence would carry to the other end. */
const isolated = (initials: string): string => `\u2066${initials}\u2069`;
