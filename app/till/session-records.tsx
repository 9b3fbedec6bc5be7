'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText, dateWords, MoneyText } from '../_ui/figures.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';

/** Everything else that happened at the drawer, with who signed: cash in and out, moves, hand-overs, closes undone. */
export function SessionRecords({ session, isBlind = false }: { readonly session: SessionView; readonly isBlind?: boolean }) {
  const t = useTranslations('drawer');
  const language = useLocale();
  const { offsetMinutes } = useStall();
  const { records, handOvers, undone } = session;
  return (
    <>
      {records.length > 0 && (
        <Panel title={t('records.title')}>
          <ul>
            {records.map((record) => (
              <Entry key={`${record.at} ${record.kind} ${record.amount.amount}`} at={record.at} what={t(`causes.${record.kind}`)}>
                <MoneyText amount={record.amount} />
                <Quiet>
                  <bdi>{record.with === null ? record.by : t('records.between', { by: record.by, with: record.with })}</bdi>
                </Quiet>
                {record.custody === 'market' && <Quiet>{t('custody.market')}</Quiet>}
                {record.reason && (
                  <Quiet>
                    <bdi>{record.reason}</bdi>
                  </Quiet>
                )}
              </Entry>
            ))}
          </ul>
        </Panel>
      )}
      {handOvers.length > 0 && (
        <Panel title={t('records.handOvers')}>
          <ul>
            {handOvers.map(({ at, from, to, counts }) => (
              <Entry key={at} at={at} what={t('records.handOver', { from, to })}>
                {!isBlind &&
                  counts.map(({ custody, currency, counted, overShort }) => (
                    <bdi key={`${custody} ${currency}`} dir="ltr" className="num">
                      {`${counted} ${currency}${Number(overShort) === 0 ? '' : ` (${Number(overShort) > 0 ? '+' : ''}${overShort})`}`}
                    </bdi>
                  ))}
              </Entry>
            ))}
          </ul>
        </Panel>
      )}
      {undone.length > 0 && (
        <Panel title={t('records.undone')}>
          <ul>
            {undone.map(({ closedAt, undoneAt, by, approvedBy, reason }) => (
              <Entry
                key={undoneAt}
                at={undoneAt}
                what={t('records.undoneBy', {
                  closedAt: dateWords({ at: closedAt, show: 'time', offsetMinutes }, language),
                  by,
                  approvedBy,
                  reason,
                })}
              />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

type EntryProps = { readonly at: string; readonly what: string; readonly children?: ReactNode };

function Entry({ at, what, children }: EntryProps) {
  const { offsetMinutes } = useStall();
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2 last:border-0">
      <span className="num text-s text-soft">
        <DateText at={at} show="time" offsetMinutes={offsetMinutes} />
      </span>
      <b>{what}</b>
      {children}
    </li>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return <span className="text-s text-soft">{children}</span>;
}
