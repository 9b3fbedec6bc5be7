'use client';
import { classNames } from '../_ui/class-names.ts';
import type { ChartRow } from './chart-card.tsx';

/** Lying bars, longest at the top as the rows come. The words carry the figures; the bars only show their proportion. */
export function RowBars({ rows, most }: { readonly rows: readonly ChartRow[]; readonly most?: number }) {
  const longest = most ?? Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className="grid gap-2.5">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-1">
          <div className="flex items-baseline justify-between gap-x-4">
            <span className="min-w-0">{row.label}</span>
            <span className="num whitespace-nowrap">
              {row.note !== undefined && <span className="me-3 text-s text-soft">{row.note}</span>}
              <b>{row.text}</b>
            </span>
          </div>
          <div aria-hidden className="h-2.5 overflow-hidden rounded-full bg-ink/8">
            <div
              className="h-full rounded-full bg-teal"
              style={{ inlineSize: `${Math.min(100, (100 * row.value) / longest)}%` }}
            />
          </div>
          {row.below !== undefined && <p className="flex flex-wrap items-center gap-x-3 text-s text-soft">{row.below}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Standing bars along time, which runs with the reading direction. */
export function ColumnBars({ rows, label }: { readonly rows: readonly ChartRow[]; readonly label: string }) {
  const tallest = Math.max(1, ...rows.map(({ value }) => value));
  // A day with few hours has the same narrow columns as a full one.
  const columns = Math.max(12, rows.length);
  return (
    <div
      role="img"
      aria-label={label}
      className="grid gap-1"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {rows.map((row) => (
        <div key={row.id} className="grid h-44 grid-rows-[1fr_auto] gap-1 text-center text-s">
          <div className="flex flex-col justify-end">
            <span className="num font-semibold">{row.value > 0 ? row.text : ''}</span>
            <div
              className={classNames('mx-auto w-full max-w-10 rounded-t', row.value > 0 ? 'min-h-1 bg-teal' : '')}
              style={row.value > 0 ? { blockSize: `${(78 * row.value) / tallest}%` } : {}}
            />
          </div>
          <span className="num border-line border-t pt-1 text-soft">{row.label}</span>
        </div>
      ))}
    </div>
  );
}
