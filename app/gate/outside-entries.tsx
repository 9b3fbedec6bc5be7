'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PassRecordView } from '#lib/exit/pass-record.ts';
import { Button } from '../_ui/button.tsx';
import { useMeasureWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Badge, Panel } from '../_ui/surfaces.tsx';
import type { GateMarket, OutsideView } from './gate-views.ts';
import { OutsideDialog } from './outside-dialog.tsx';

type Props = {
  readonly pass: string;
  readonly record: PassRecordView;
  readonly market: GateMarket;
  readonly onChanged: () => Promise<void>;
};

/** Crossings and amounts that are known from elsewhere. A wrong one is corrected by another, and stays to be read. */
export function OutsideEntries({ pass, record, market, onChanged }: Props) {
  const t = useTranslations('gate.record');
  const language = useLocale();
  const words = useMeasureWords();
  const [entering, setEntering] = useState<'new' | OutsideView | null>(null);
  const nameOf = (rule: string): string => nameIn(market.rules.find(({ id }) => id === rule)?.names, language, rule);
  return (
    <Panel title={t('outside')} aside={<Button onPress={() => setEntering('new')}>{t('add')}</Button>}>
      {record.outside.length === 0 && <p className="text-soft">{t('noOutside')}</p>}
      <ul className="grid">
        {record.outside.map((entry) => (
          <li key={entry.id} className="flex items-center gap-4 border-line border-b py-2 last:border-0">
            <span className="grid flex-1 leading-tight">
              <b className={entry.stands ? '' : 'line-through'}>
                {nameOf(entry.rule)} · {words({ value: entry.amount, unit: entry.unit })}
              </b>
              <span className="text-s text-soft">
                <bdi dir="ltr">{entry.period}</bdi> · {t(`sources.${entry.knownFrom}`)} · {entry.reason}
              </span>
            </span>
            {entry.stands ? (
              <Button aria-label={t('correctOne', { name: nameOf(entry.rule) })} onPress={() => setEntering(entry)}>
                {t('correct')}
              </Button>
            ) : (
              <Badge>{t('replaced')}</Badge>
            )}
          </li>
        ))}
      </ul>
      {entering !== null && (
        <OutsideDialog
          pass={pass}
          record={record}
          market={market}
          corrects={entering === 'new' ? undefined : entering}
          onClose={() => setEntering(null)}
          onDone={() => {
            setEntering(null);
            void onChanged();
          }}
        />
      )}
    </Panel>
  );
}
