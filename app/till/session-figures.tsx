'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import type { Amount } from '../_ui/views.ts';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';

/** What was sold in a session and how it was paid. */
export function SessionFigures({ session }: { readonly session: SessionView }) {
  const t = useTranslations('till.session');
  const d = useTranslations('drawer');
  const p = useTranslations('till.pay');
  const { offsetMinutes } = useStall();
  const opened = [session.openedBy, session.closedBy].filter(Boolean);
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-2">
      <Figure name={d('marketDay')}>
        <DateText at={session.marketDay} />
      </Figure>
      <Figure name={t('openedAt')}>
        <DateText at={session.openedAt} offsetMinutes={offsetMinutes} />
      </Figure>
      {session.openedBy && <Figure name={d('openedBy')}>{<bdi>{session.openedBy}</bdi>}</Figure>}
      {session.closedBy && opened.length > 1 && <Figure name={d('closedBy')}>{<bdi>{session.closedBy}</bdi>}</Figure>}
      <Figure name={t('sales')}>{session.sales}</Figure>
      {session.voids > 0 && <Figure name={d('voids')}>{session.voids}</Figure>}
      <Amounts name={t('takings')} amounts={session.takings} />
      {session.discounts > 0 && <Amounts name={`${d('discounts')} · ${session.discounts}`} amounts={session.discounted} />}
      {session.refunds > 0 && <Amounts name={`${d('refunds')} · ${session.refunds}`} amounts={session.refunded} />}
      {session.rounding.length > 0 && <Amounts name={d('rounding')} amounts={session.rounding} />}
      {session.tenders.length > 0 && (
        <Figure name={p('handed')}>
          {session.tenders.map(({ kind, amount }) => (
            <span key={`${kind} ${amount.currency}`}>
              <span className="font-normal text-soft">{p(`kinds.${kind}`)}</span> <MoneyText amount={amount} />
            </span>
          ))}
        </Figure>
      )}
    </dl>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="num grid justify-items-end font-semibold">{children}</dd>
    </>
  );
}

function Amounts({ name, amounts }: { readonly name: string; readonly amounts: readonly Amount[] }) {
  return (
    <Figure name={name}>
      {amounts.length === 0 ? '—' : amounts.map((amount) => <MoneyText key={amount.currency} amount={amount} />)}
    </Figure>
  );
}
