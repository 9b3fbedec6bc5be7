'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { FactLine } from '#lib/law/decision.ts';
import type { OpenedDecision } from '../../../_decision/opened-decision.ts';
import { DataTable } from '../../../_ui/data-table.tsx';
import { decimalOf, MeasureText, MoneyText } from '../../../_ui/figures.tsx';
import { nameIn } from '../../../_ui/names.ts';
import { Badge, Panel } from '../../../_ui/surfaces.tsx';

/** All goods of the visit as the decision was made from them. */
export function DecisionGoods({ opened: { facts, pack, decision } }: { readonly opened: OpenedDecision }) {
  const t = useTranslations('decision');
  const law = useTranslations('law');
  const language = useLocale();
  const forbidden = new Set(decision.forbidden.map(({ line }) => line));
  const name = ({ category, hs }: FactLine) => (
    <span className="flex flex-wrap items-center gap-2">
      {nameIn(pack.categories.find(({ id }) => id === category)?.names, language, category)}
      <bdi dir="ltr" className="text-s text-soft">
        HS {hs}
      </bdi>
    </span>
  );
  return (
    <Panel title={t('goods')}>
      <DataTable
        dense
        label={t('goods')}
        items={facts.lines}
        empty={t('goods')}
        columns={[
          {
            id: 'line',
            name: t('line'),
            cell: (line) => (
              <span className="flex flex-wrap items-center gap-2">
                {name(line)}
                {forbidden.has(line.id) && <Badge tone="refusal">{law('outcomes.forbidden')}</Badge>}
              </span>
            ),
          },
          { id: 'pieces', name: t('pieces'), align: 'end', cell: ({ pieces }) => pieces },
          {
            id: 'weight',
            name: t('weight'),
            align: 'end',
            cell: ({ weightG }) => (weightG > 0 ? <MeasureText value={weightG} unit="g" /> : null),
          },
          {
            id: 'volume',
            name: t('volume'),
            align: 'end',
            cell: ({ volumeMl }) => (volumeMl > 0 ? <MeasureText value={volumeMl} unit="ml" /> : null),
          },
          {
            id: 'value',
            name: t('value'),
            align: 'end',
            cell: ({ valueMinor, currency }) => <MoneyText amount={{ amount: decimalOf(valueMinor, currency), currency }} />,
          },
        ]}
      />
    </Panel>
  );
}
