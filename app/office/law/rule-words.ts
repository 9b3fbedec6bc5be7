'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { Goods, LawPack, Measure, Rule } from '#lib/law/pack.ts';
import { countryName } from '../../_ui/countries.ts';
import { dateWords, useMeasureWords } from '../../_ui/figures.tsx';
import { nameIn } from '../../_ui/names.ts';
import { useDutyWords } from './duty-words.ts';

type Part = Extract<Measure, { kind: 'mix' }>['parts'][number];
const PART_UNITS = { units: 'unit', pieces: 'piece', weight: 'g', volume: 'ml' } as const;

/** A rule of a pack in the reader's words: what is limited, for whom, over which time, and what happens above it. */
export function useRuleWords(pack: LawPack) {
  const t = useTranslations('lawRoom');
  const law = useTranslations('law');
  const language = useLocale();
  const measured = useMeasureWords();
  const duty = useDutyWords(pack);
  const day = (at: string) => dateWords({ at, show: 'day' }, language);
  const listOf = (names: readonly string[]) => names.join(law('comma'));
  const countries = (codes: readonly string[]) => listOf(codes.map((code) => countryName(code, language)));
  const ruleName = (id: string) => nameIn(pack.rules.find((rule) => rule.id === id)?.names, language, id);

  function goodsItem(item: Exclude<Goods['include'], 'all'>[number]): string {
    if ('category' in item) return nameIn(pack.categories.find(({ id }) => id === item.category)?.names, language, item.category);
    if ('list' in item) return nameIn(pack.lists.find(({ id }) => id === item.list)?.names, language, item.list);
    return `\u2066HS ${item.hs}\u2069`;
  }

  function goods({ include, exclude = [], strengthAbovePermille }: Goods): string {
    const items = exclude.length > 0 ? listOf(exclude.map(goodsItem)) : '';
    const named =
      include === 'all'
        ? items === ''
          ? t('rule.allGoods')
          : t('rule.besides', { goods: items })
        : listOf(include.map(goodsItem));
    return strengthAbovePermille === undefined ? named : `${named} \u2066> ${strengthAbovePermille / 10} %\u2069`;
  }

  const partWords = (part: Part): string => {
    const amount = measured({ value: part.limit, unit: PART_UNITS[part.of] });
    return t('part', { amount, goods: part.names ? nameIn(part.names, language) : goods(part.goods) });
  };

  function limit({ measure }: Rule): string {
    if (measure.kind === 'mix') {
      const parts = measure.parts.map(partWords);
      const joined = parts.reduce((first, next) => t(`mix.${measure.operator}`, { first, next }));
      if (measure.operator === 'fractional') return `${joined} ${t('shares')}`;
      const { mixed } = measure;
      if (mixed === undefined) return joined;
      return `${joined}${law('comma')}${t('mixed', { amount: measured({ value: mixed.limit, unit: PART_UNITS[mixed.of] }) })}`;
    }
    return `${law(`measures.${measure.kind}`)}: ${amount(measure)}`;
  }

  function amount(measure: Exclude<Measure, { kind: 'mix' }>): string {
    if (measure.kind === 'weight')
      return `${measured({ value: measure.limitG, unit: 'g' })}${law('comma')}${t(`bases.${measure.basis}`)}`;
    if (measure.kind === 'volume') return measured({ value: measure.limitMl, unit: 'ml' });
    if (measure.kind === 'value' || measure.kind === 'duty-forgone') {
      const { limitMinor, currency } = measure;
      const basis = measure.kind === 'value' ? `${law('comma')}${t(`bases.${measure.basis}`)}` : '';
      const shown =
        typeof limitMinor === 'number'
          ? measured({ value: limitMinor, unit: currency })
          : `${limitMinor.times} × ${limitMinor.index}`;
      return `${shown}${basis}`;
    }
    const unit =
      measure.kind === 'count' ? (measure.of === 'units' ? 'unit' : 'piece') : measure.kind === 'exits' ? 'exit' : 'day';
    return measured({ value: measure.limit, unit });
  }

  function period({ period: { kind, ...rest } }: Rule): string {
    const { days = 0, from = '', to = '' } = rest as { days?: number; from?: string; to?: string };
    return t(`periods.${kind}`, { days, from, to });
  }

  function who({ who: bound, underAge }: Rule): readonly string[] {
    const said: string[] = [];
    const { nationalities, residences, age, classes, crossings, daysAbroad } = bound ?? {};
    if (nationalities?.include) said.push(t('who.nationals', { countries: countries(nationalities.include) }));
    if (nationalities?.exclude) said.push(t('who.notNationals', { countries: countries(nationalities.exclude) }));
    if (residences?.include) said.push(t('who.residents', { countries: countries(residences.include) }));
    if (residences?.exclude) said.push(t('who.notResidents', { countries: countries(residences.exclude) }));
    if (age?.from !== undefined) said.push(t('who.from', { age: age.from }));
    if (age?.under !== undefined) said.push(t('who.under', { age: age.under }));
    if (classes?.include) said.push(t('who.classes', { classes: listOf(classes.include) }));
    if (crossings) said.push(t('who.crossings', { days: crossings.days }));
    if (daysAbroad) said.push(t('who.abroad'));
    if (underAge) said.push(t(underAge.over === 'forbid' ? 'who.youngForbidden' : 'who.youngNothing', { age: underAge.age }));
    return said.length > 0 ? said : [t('rule.everybody')];
  }

  function over({ over: above }: Rule): string {
    const document =
      above.kind === 'needs-document'
        ? nameIn(pack.documents.find(({ id }) => id === above.document)?.names, language, above.document)
        : '';
    const rules = above.kind === 'no-allowance' ? listOf(above.rules.map(ruleName)) : '';
    return t(`over.${above.kind}`, { document, rules });
  }

  const dates = ({ from, to }: Rule): string =>
    to === null ? t('rule.since', { from: day(from) }) : t('rule.fromTo', { from: day(from), to: day(to) });

  return { limit, period, who, over, duty, dates, goods, ruleName, day };
}
