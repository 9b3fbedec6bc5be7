'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { ColumnHeads } from '../_ui/column-heads.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { ScrollArea } from '../_ui/scroll-area.tsx';
import { Badge, PageHeader, Panel } from '../_ui/surfaces.tsx';
import type { Amount } from '../_ui/views.ts';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';

/** The Z report of a drawer just closed: expected, counted and the difference, per currency, to the minor unit. */
export function ZScreen({ session, onDone }: { readonly session: SessionView; readonly onDone: () => void }) {
  const t = useTranslations('till.z');
  const { till, offsetMinutes } = useStall();
  const currencies = [...new Set([...session.expected, ...session.counted].map(({ currency }) => currency))];
  const of = (amounts: readonly Amount[], currency: string): Amount =>
    amounts.find((one) => one.currency === currency) ?? { amount: '0.00', currency };
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-6 p-6 print:max-w-[72mm] print:p-0">
      <PageHeader
        title={t('title', { number: session.number })}
        note={
          <>
            <bdi>{[till.stall?.code, till.stall?.name].filter(Boolean).join(' · ')}</bdi> ·{' '}
            <DateText at={session.openedAt} offsetMinutes={offsetMinutes} /> –{' '}
            {session.closedAt && <DateText at={session.closedAt} offsetMinutes={offsetMinutes} />}
          </>
        }
      />
      <Panel title={t('drawer')} aside={<span className="text-soft">{t('sales', { count: session.sales })}</span>}>
        <ScrollArea label={t('drawer')} className="overflow-x-auto">
          <table className="w-full print:text-[8pt]">
            <ColumnHeads names={[t('currency'), t('expected'), t('counted'), t('overShort')]} />
            <tbody>
              {currencies.map((currency) => (
                <tr key={currency} className="num border-line border-b last:border-0">
                  <th scope="row" className="py-3 text-start">
                    <bdi dir="ltr">{currency}</bdi>
                  </th>
                  <td className="ps-4 text-end">
                    <MoneyText amount={of(session.expected, currency)} />
                  </td>
                  <td className="ps-4 text-end">
                    <MoneyText amount={of(session.counted, currency)} />
                  </td>
                  <td className="ps-4 text-end">
                    <Difference amount={of(session.overShort, currency)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </Panel>
      <Panel title={t('takings')}>
        <p className="num flex flex-wrap gap-6 font-bold text-l">
          {session.takings.length === 0
            ? '—'
            : session.takings.map((amount) => <MoneyText key={amount.currency} amount={amount} />)}
        </p>
      </Panel>
      <div className="on-screen flex flex-wrap justify-end gap-4">
        <Button size="xl" onPress={() => window.print()}>
          <Printer aria-hidden size={24} />
          {t('print')}
        </Button>
        <Button look="primary" size="xl" className="sm:min-w-72" autoFocus onPress={onDone}>
          {t('done')}
        </Button>
      </div>
    </main>
  );
}

function Difference({ amount }: { readonly amount: Amount }) {
  const t = useTranslations('till.z');
  const value = Number(amount.amount);
  return (
    <span className="inline-flex items-center gap-3">
      <b>
        <MoneyText amount={amount} />
      </b>
      <Badge tone={value === 0 ? 'good' : value > 0 ? 'attention' : 'refusal'}>
        {value === 0 ? t('exact') : value > 0 ? t('over') : t('short')}
      </Badge>
    </span>
  );
}
