'use client';
import { useTranslations } from 'next-intl';
import type { LawPack, Rule } from '#lib/law/pack.ts';
import { percents, useMeasureWords } from '../../_ui/figures.tsx';

type Table = LawPack['dutyTables'][number];

/** By which rates a rule taxes, in the reader's words; nothing where it taxes nothing. */
export function useDutyWords(pack: LawPack): (rule: Rule) => string {
  const t = useTranslations('law.duties');
  const law = useTranslations('law');
  const measured = useMeasureWords();

  function perMeasure(kind: 'per-kg' | 'per-litre' | 'per-piece', value: number | undefined, unit: string): string {
    return value === undefined ? '' : t(kind, { amount: measured({ value, unit }) });
  }

  function tableWords(table: Table): string {
    const { currency } = table;
    switch (table.kind) {
      case 'flat':
        return percents([table.permille]);
      case 'by-group':
        return t('by-group', { rates: percents([...new Set(Object.values(table.groups))].sort((a, b) => a - b)) });
      case 'per-kg':
        return perMeasure('per-kg', table.minorPerKg, currency);
      case 'per-litre':
        return perMeasure('per-litre', table.minorPerLitre, currency);
      case 'per-piece':
        return perMeasure('per-piece', table.minorPerPiece, currency);
      case 'larger-of':
        return t('larger-of', { rate: percents([table.permille]), other: perMeasure('per-kg', table.minorPerKg, currency) });
      case 'at-least': {
        const least = [
          perMeasure('per-kg', table.minorPerKg, currency),
          perMeasure('per-litre', table.minorPerLitre, currency),
          perMeasure('per-piece', table.minorPerPiece, currency),
        ];
        return t('at-least', { rate: percents([table.permille]), other: least.filter(Boolean).join(' + ') });
      }
      case 'sum':
        return wordsOf(table.tables).join(' + ');
    }
  }

  const wordsOf = (ids: readonly string[]): readonly string[] =>
    ids.flatMap((id) => pack.dutyTables.filter((table) => table.id === id).map(tableWords));

  return (rule) => wordsOf(tablesOf(rule)).join(law('comma'));
}

/** The tables that a rule names: for what is over, for parts of a mix, and for what lies within. */
function tablesOf({ over, measure, within }: Rule): readonly string[] {
  const parts = measure.kind === 'mix' ? measure.parts.flatMap(({ duty }) => duty ?? []) : [];
  return [...new Set(['duty' in over ? [over.duty] : [], parts, within ?? []].flat())];
}
