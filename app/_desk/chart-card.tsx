'use client';
import { BarChart3, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Panel } from '../_ui/surfaces.tsx';

export type ChartRow = {
  readonly id: string;
  readonly label: ReactNode;
  /** What the bar's length means. */
  readonly value: number;
  /** The value in words; more of them stand in further columns. */
  readonly text: ReactNode;
  readonly note?: ReactNode;
  /** A second line in small, below the bar. */
  readonly below?: ReactNode;
};

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly rows: readonly ChartRow[];
  /** The heads of the table: what a row is, what it counts, what else it says. */
  readonly heads: readonly [string, string, ...string[]];
  readonly empty: string;
  readonly chart: ReactNode;
};

/** One shape of the market, and the same as a table of figures. */
export function ChartCard({ title, note, rows, heads, empty, chart }: Props) {
  const t = useTranslations('desk.chart');
  const [tabular, setTabular] = useState(false);
  return (
    <Panel>
      <header className="flex items-start justify-between gap-3">
        <h2 className="font-bold text-l leading-tight">{title}</h2>
        {rows.length > 0 && (
          <Button
            look="quiet"
            aria-label={t(tabular ? 'asChartOf' : 'asTableOf', { title })}
            aria-pressed={tabular}
            onPress={() => setTabular(!tabular)}
            className="-my-2.5 -me-2 shrink-0 whitespace-nowrap px-2! text-s!"
          >
            {tabular ? (
              <BarChart3 aria-hidden size="1.2em" className="shrink-0" />
            ) : (
              <Table2 aria-hidden size="1.2em" className="shrink-0" />
            )}
            {t(tabular ? 'asChart' : 'asTable')}
          </Button>
        )}
      </header>
      {note !== undefined && <p className="-mt-3 text-s text-soft">{note}</p>}
      {rows.length === 0 ? (
        <p className="py-6 text-center text-soft">{empty}</p>
      ) : tabular ? (
        <Figures {...{ title, rows, heads }} />
      ) : (
        chart
      )}
    </Panel>
  );
}

function Figures({ title, rows, heads }: Pick<Props, 'title' | 'rows' | 'heads'>) {
  const [first, ...others] = heads;
  return (
    <table aria-label={title} className="w-full">
      <thead>
        <tr className="border-line border-b text-s text-soft">
          <th scope="col" className="py-2 text-start font-semibold">
            {first}
          </th>
          {others.map((head) => (
            <th key={head} scope="col" className="py-2 ps-4 text-end font-semibold">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="border-line border-b last:border-0">
            <th scope="row" className="py-2 text-start font-normal">
              {row.label}
            </th>
            <td className="num whitespace-nowrap py-2 ps-4 text-end font-semibold">{row.text}</td>
            {others.length > 1 && <td className="num whitespace-nowrap py-2 ps-4 text-end">{row.note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
