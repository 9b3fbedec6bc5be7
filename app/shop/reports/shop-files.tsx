'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useClock } from '../../_desk/clock.tsx';
import type { Period } from '../../_desk/period.ts';
import { SaveFiles } from '../../_desk/save-files.tsx';
import { nameIn } from '../../_ui/names.ts';
import type { Scribe } from './file-columns.ts';
import { FILES, type FileName } from './files.ts';

/** What the shop has, as files. */
export function ShopFiles({ period }: { readonly period: Period }) {
  const t = useTranslations('shop.reports');
  const scribe = useScribe();
  return (
    <SaveFiles
      title={t('files')}
      note={t('filesNote')}
      period={period}
      names={Object.keys(FILES) as FileName[]}
      nameOf={(name) => t(`file.${name}`)}
      make={(name) => FILES[name](period, scribe)}
    />
  );
}

function useScribe(): Scribe {
  const t = useTranslations('shop.reports');
  const statement = useTranslations('desk.statement');
  const language = useLocale();
  const { market } = useClock();
  return {
    language,
    head: (head) => t(`column.${head}`),
    kindOf: (category) => nameIn(market?.categories.find(({ id }) => id === category)?.names ?? {}, language, category),
    state: (voided) => t(voided ? 'voided' : 'sold'),
    custody: (custody) => t(`custody.${custody}`),
    sum: (name) => statement(name),
    minutesAhead: (side) => market?.sides.find(({ code }) => code === side)?.offsetMinutes ?? 0,
  };
}
