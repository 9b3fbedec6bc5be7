'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PassRecordView } from '#lib/exit/pass-record.ts';
import { Button } from '../_ui/button.tsx';
import { DateText, moneyWords, useMeasureWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Panel } from '../_ui/surfaces.tsx';
import { CorrectLineDialog } from './correct-line-dialog.tsx';
import type { GateMarket, KnownLine } from './gate-views.ts';

type Props = { readonly record: PassRecordView; readonly market: GateMarket; readonly onChanged: () => Promise<void> };

/** The goods of a visit as they are known today, each of which can be corrected, and what was corrected before. */
export function KnownLines({ record, market, onChanged }: Props) {
  const t = useTranslations('gate.record');
  const law = useTranslations('law.outcomes');
  const language = useLocale();
  const known = useKnownWords(market);
  const [line, setLine] = useState<KnownLine | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { visit, lines, corrections } = record;
  const state = visit?.state ?? 'none';
  const offsetMinutes = market.sides.find(({ code }) => code === visit?.side)?.offsetMinutes;
  const nameOf = (id: string): string => nameIn(lines.find((each) => each.id === id)?.names, language, '…');
  return (
    <Panel title={t('goods')} aside={<span className="text-soft">{t(`states.${state}`)}</span>}>
      {said !== null && (
        <p role="status" className="rounded-box bg-green-tint p-4 font-semibold text-green">
          {said}
        </p>
      )}
      {lines.length === 0 && <p className="text-soft">{t('noGoods')}</p>}
      <ul className="grid">
        {lines.map((each) => (
          <li key={each.id} className="flex items-center gap-4 border-line border-b py-2 last:border-0">
            <span className="grid flex-1 leading-tight">
              <b>{nameIn(each.names, language, each.category)}</b>
              <span className="text-s text-soft">{known(each)}</span>
            </span>
            {visit !== null && state !== 'presented' && (
              <Button
                aria-label={t('correctOne', { name: nameIn(each.names, language, each.category) })}
                onPress={() => setLine(each)}
              >
                {t('correct')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {corrections.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-bold">{t('corrections')}</h3>
          {corrections.map(({ id, line: of, before, after, reason, correctedAt }) => (
            <p key={id} className="text-s">
              <b>{t('change', { name: nameOf(of), before: known(before), after: known(after) })}</b>{' '}
              <span className="text-soft">
                {reason} · <DateText at={correctedAt} offsetMinutes={offsetMinutes} />
              </span>
            </p>
          ))}
        </section>
      )}
      {line !== null && visit !== null && (
        <CorrectLineDialog
          line={line}
          visit={visit.id}
          market={market}
          onClose={() => setLine(null)}
          onDone={(outcome) => {
            setLine(null);
            setSaid(t('saved', { outcome: law(outcome) }));
            void onChanged();
          }}
        />
      )}
    </Panel>
  );
}

/** What is known of goods, in a line: how many, what they weigh, what they are worth. */
function useKnownWords(market: GateMarket): (known: PassRecordView['corrections'][number]['after']) => string {
  const language = useLocale();
  const words = useMeasureWords();
  return ({ category, quantity, weightG, value }) => {
    const kind = nameIn(market.categories.find(({ id }) => id === category)?.names, language, category);
    return `${kind} · ${quantity} · ${words({ value: weightG, unit: 'g' })} · ${moneyWords(value, language)}`;
  };
}
