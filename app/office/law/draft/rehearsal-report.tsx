'use client';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Change, Tally } from '#lib/law/rehearsal.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { useSideName } from '../../../_desk/clock.tsx';
import { countryName } from '../../../_ui/countries.ts';
import { DataTable, type TableColumn } from '../../../_ui/data-table.tsx';
import { dateWords, decimalOf, MoneyText } from '../../../_ui/figures.tsx';
import { EmptyState, Panel } from '../../../_ui/surfaces.tsx';
import { FlipTable } from './flip-table.tsx';

/** Who flips and why, what duty becomes, which stalls are touched: numbers first. */
export function RehearsalReport({ tally }: { readonly tally: Tally }) {
  const t = useTranslations('lawRoom.rehearsal');
  const law = useTranslations('law');
  const number = new Intl.NumberFormat(useLocale());
  const flips = Object.entries(tally.outcomes).reduce((sum, [flip, count]) => {
    const [before, after] = flip.split('>');
    return before === after ? sum : sum + count;
  }, 0);
  const figures = [
    [t('decisions'), tally.decisions],
    [t('changed'), tally.changed],
    [t('visits'), tally.visits],
    [t('flips'), flips],
  ] as const;
  return (
    <div className="grid gap-6">
      <dl className="grid grid-cols-2 gap-4 xl:grid-cols-4">
        {figures.map(([name, value]) => (
          <div key={name} className="rounded-box border border-line bg-surface p-4">
            <dt className="text-s text-soft">{name}</dt>
            <dd className="num font-bold text-xl">{number.format(value)}</dd>
          </div>
        ))}
      </dl>
      {tally.usedUnknown.length > 0 && (
        <p className="rounded-box bg-saffron-tint px-4 py-3 text-saffron-ink">
          {t('unknown', { rules: `\u2066${tally.usedUnknown.join(', ')}\u2069` })}
        </p>
      )}
      {tally.undecided > 0 && <p className="text-red">{t('undecided', { count: tally.undecided })}</p>}
      <div className="grid items-start gap-6 xl:grid-cols-2">
        <Panel title={t('outcomes')}>
          <FlipTable outcomes={tally.outcomes} />
        </Panel>
        <Panel title={t('duty')}>
          <DutyTable duty={tally.duty} none={law('noDuty')} />
        </Panel>
      </div>
      <Stalls stalls={tally.stalls} />
      <Changes changes={tally.changes} />
    </div>
  );
}

function DutyTable({ duty, none }: { readonly duty: Tally['duty']; readonly none: string }) {
  const t = useTranslations('lawRoom.rehearsal');
  const rows = Object.entries(duty).map(([id, sums]) => ({ id, ...sums }));
  const money = (minor: number, currency: string) => <MoneyText amount={{ amount: decimalOf(minor, currency), currency }} />;
  return (
    <DataTable
      dense
      label={t('duty')}
      items={rows}
      empty={none}
      columns={[
        { id: 'currency', name: '', cell: ({ id }) => <bdi dir="ltr">{id}</bdi> },
        { id: 'before', name: t('dutyBefore'), align: 'end', cell: ({ id, before }) => money(before, id) },
        { id: 'after', name: t('dutyAfter'), align: 'end', cell: ({ id, after }) => money(after, id) },
        {
          id: 'difference',
          name: t('difference'),
          align: 'end',
          cell: ({ id, before, after }) => <b>{money(after - before, id)}</b>,
        },
      ]}
    />
  );
}

const MOST_STALLS = 20;

function Stalls({ stalls }: { readonly stalls: Tally['stalls'] }) {
  const t = useTranslations('lawRoom.rehearsal');
  const rows = Object.entries(stalls)
    .map(([id, { name, changed }]) => ({ id, name, changed }))
    .sort((a, b) => b.changed - a.changed)
    .slice(0, MOST_STALLS);
  return (
    <Panel title={t('stalls')}>
      <DataTable
        dense
        label={t('stalls')}
        items={rows}
        empty={t('noStalls')}
        columns={[
          {
            id: 'stall',
            name: t('stall'),
            cell: ({ id, name }) => (
              <>
                <bdi dir="ltr" className="num font-semibold">
                  {id}
                </bdi>{' '}
                <bdi>{name}</bdi>
              </>
            ),
          },
          { id: 'sales', name: t('sales'), align: 'end', cell: ({ changed }) => changed },
        ]}
      />
    </Panel>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const t = useTranslations('lawRoom.rehearsal');
  const law = useTranslations('law.outcomes');
  const language = useLocale();
  const sideName = useSideName();
  const owed = (outcome: Change['before'], duty: Change['dutyBefore']) => (
    <span className="grid">
      <span>{law(outcome)}</span>
      {duty && (
        <span className="text-s text-soft">
          <MoneyText amount={{ amount: decimalOf(duty.minor, duty.currency), currency: duty.currency }} />
        </span>
      )}
    </span>
  );
  const columns: readonly TableColumn<Change & { readonly id: string }>[] = [
    {
      id: 'code',
      name: t('code'),
      cell: ({ code, day, stall }) => (
        <span className="grid whitespace-nowrap">
          <Link href={`/office/law/decisions/${code}`} className="num font-semibold text-teal underline-offset-4 hover:underline">
            <bdi dir="ltr">{displayCode(code)}</bdi>
          </Link>
          <span className="text-s text-soft">
            {dateWords({ at: day, show: 'day' }, language)}
            {stall && (
              <>
                {' · '}
                <bdi dir="ltr">{stall}</bdi>
              </>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'traveller',
      name: t('traveller'),
      cell: ({ nationality, side }) => (
        <span className="grid">
          {countryName(nationality, language)}
          <span className="text-s text-soft">{sideName(side)}</span>
        </span>
      ),
    },
    { id: 'before', name: t('recorded'), cell: ({ before, dutyBefore }) => owed(before, dutyBefore) },
    { id: 'after', name: t('draft'), cell: ({ after, dutyAfter }) => <b>{owed(after, dutyAfter)}</b> },
    {
      id: 'why',
      name: t('why'),
      cell: ({ rules }) => (
        <bdi dir="ltr" className="num text-s">
          {rules.join(', ')}
        </bdi>
      ),
    },
  ];
  return (
    <Panel title={t('list', { count: changes.length })}>
      <DataTable
        dense
        label={t('list', { count: changes.length })}
        items={changes.map((change) => ({ ...change, id: change.code }))}
        empty={<EmptyState title={t('nobody')} />}
        columns={columns}
      />
    </Panel>
  );
}
