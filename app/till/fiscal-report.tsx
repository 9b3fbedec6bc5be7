'use client';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FiscalReport } from '#lib/fiscal/reconcile.ts';
import { MoneyText } from '../_ui/figures.tsx';
import { ScrollArea } from '../_ui/scroll-area.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import type { Amount } from '../_ui/views.ts';

/** The fiscal half of an X or Z: what the till did, what became of each document, and the difference where there is one. */
export function FiscalTable({ report }: { readonly report: FiscalReport }) {
  const t = useTranslations('till.fiscal');
  return (
    <Panel title={t('title')}>
      <p className={report.agrees ? 'flex items-center gap-2' : 'flex items-center gap-2 font-semibold text-red'}>
        {report.agrees ? (
          <CircleCheck aria-hidden size={22} className="shrink-0 text-teal" />
        ) : (
          <TriangleAlert aria-hidden size={22} className="shrink-0" />
        )}
        {t(report.agrees ? 'agrees' : 'differs')}
      </p>
      <ScrollArea label={t('title')} className="overflow-x-auto">
        <table className="w-full print:text-[7pt]">
          <tbody>
            {report.lines.flatMap(({ type, own, documents, missing }) => [
              <Row key={`${type} ${own.amount.currency}`} name={`${t(`types.${type}`)}: ${t('own')}`} of={own} isHead />,
              ...documents.map(({ state, ...sum }) => (
                <Row key={`${type} ${own.amount.currency} ${state}`} name={t(`states.${state}`)} of={sum} />
              )),
              ...(missing.count === 0 && Number(missing.amount.amount) === 0
                ? []
                : [
                    <Row
                      key={`${type} ${own.amount.currency} missing`}
                      name={t('missing', { count: missing.count })}
                      of={missing}
                      isWrong
                    />,
                  ]),
            ])}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}

type RowProps = {
  readonly name: string;
  readonly of: { readonly count: number; readonly amount: Amount };
  readonly isHead?: boolean;
  readonly isWrong?: boolean;
};

function Row({ name, of, isHead = false, isWrong = false }: RowProps) {
  const look = isWrong ? 'font-semibold text-red' : isHead ? 'border-line border-t font-semibold' : 'text-soft';
  return (
    <tr className={look}>
      <th scope="row" className={isHead ? 'py-1.5 text-start font-semibold' : 'py-1 ps-6 text-start font-normal'}>
        {name}
      </th>
      <td className="num ps-4 text-end">
        <bdi dir="ltr">{of.count}</bdi>
      </td>
      <td className="num ps-4 text-end">
        <MoneyText amount={of.amount} />
      </td>
    </tr>
  );
}
