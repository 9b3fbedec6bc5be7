'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Rate } from '#lib/money/rate.ts';
import { RateText } from '../../_decision/rate-text.tsx';
import { At } from '../../_desk/clock.tsx';
import { usePages } from '../../_desk/use-pages.ts';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { DateText } from '../../_ui/figures.tsx';
import { Tabs } from '../../_ui/tabs.tsx';
import type { LawNow, Motion, RateKind } from '../law/law-views.ts';
import { stateOf } from '../law/motion-words.ts';
import { ListPage } from '../list-page.tsx';
import { useMayAct } from '../office-frame.tsx';
import { EnterRate } from './enter-rate.tsx';
import { ImportRates } from './import-rates.tsx';
import { WaitingRates } from './waiting-rates.tsx';

type Row = Rate & { readonly id: string; readonly recordedAt: string };
type Body = { readonly rates: readonly (Rate & { readonly recordedAt: string })[]; readonly next: string | null };

/** Exchange rates, official and of the tills, each with its day and source. */
export function Rates() {
  const t = useTranslations('lawRoom.rates');
  const mayAct = useMayAct();
  const [kind, setKind] = useState<RateKind>('law');
  const [open, setOpen] = useState<'enter' | 'import' | null>(null);
  const { rows, fault, loading, more, reload } = usePages(`rates?kind=${kind}`, readPage);
  const law = useRead<LawNow>('law').body;
  const laid = useRead<{ readonly motions: readonly Motion[] }>('law/motions');
  const waiting = (laid.body?.motions ?? []).filter(
    (motion) => motion.subject.kind === 'rates' && law && stateOf(motion, law) === 'open',
  );
  const changed = () => {
    reload();
    laid.reload();
  };
  return (
    <>
      <ListPage
        title={t('title')}
        note={t('note')}
        acts={
          mayAct && (
            <>
              <Button onPress={() => setOpen('import')}>{t('import')}</Button>
              <Button look="primary" onPress={() => setOpen('enter')}>
                {t('enter')}
              </Button>
            </>
          )
        }
        filters={
          <div className="grid w-full gap-4">
            <Tabs
              label={t('title')}
              selected={kind}
              onSelect={(id) => setKind(id as RateKind)}
              tabs={[
                { id: 'law', name: t('law'), panel: <p className="text-soft">{t('lawNote')}</p> },
                { id: 'till', name: t('till'), panel: <p className="text-soft">{t('tillNote')}</p> },
              ]}
            />
            {kind === 'law' && waiting.length > 0 && <WaitingRates motions={waiting} onDone={changed} />}
          </div>
        }
        columns={useRateColumns()}
        items={rows}
        fault={fault}
        onAgain={reload}
        more={more}
        loading={loading}
      />
      {open === 'enter' && (
        <EnterRate kind={kind} day={law?.sides[0]?.day ?? ''} onClose={() => setOpen(null)} onDone={changed} />
      )}
      {open === 'import' && <ImportRates kind={kind} onClose={() => setOpen(null)} onDone={changed} />}
    </>
  );
}

const readPage = ({ rates, next }: Body) => ({
  rows: rates.map((rate): Row => ({ ...rate, id: `${rate.date} ${rate.base}${rate.quote}` })),
  next,
});

function useRateColumns(): readonly TableColumn<Row>[] {
  const t = useTranslations('lawRoom.rates');
  return [
    { id: 'date', name: t('date'), cell: ({ date }) => <DateText at={date} show="day" /> },
    {
      id: 'pair',
      name: t('pair'),
      cell: (rate) => (
        <b>
          <RateText rate={rate} />
        </b>
      ),
    },
    { id: 'source', name: t('source'), cell: ({ source }) => <bdi>{source}</bdi> },
    { id: 'recorded', name: t('recorded'), cell: ({ recordedAt }) => <At at={recordedAt} /> },
  ];
}
