import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** A sheet of paper on the table: a heading, its content. */
export function Panel({
  title,
  aside,
  children,
  className,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      className={classNames(
        'grid grid-cols-[minmax(0,1fr)] content-start gap-4 rounded-box border border-line bg-surface p-5',
        className,
      )}
    >
      {(title !== undefined || aside !== undefined) && (
        <header className="flex flex-wrap items-baseline justify-between gap-3">
          {title !== undefined && <h2 className="font-bold text-l leading-tight">{title}</h2>}
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

/** The head of a page: what it is, one line about it, what can be done here. */
export function PageHeader({ title, note, acts }: { title: ReactNode; note?: ReactNode; acts?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4">
      <div className="grid gap-1">
        <h1 className="font-bold text-xl leading-tight">{title}</h1>
        {note !== undefined && <p className="text-soft">{note}</p>}
      </div>
      {acts !== undefined && <div className="flex flex-wrap gap-3">{acts}</div>}
    </header>
  );
}

/** Nothing here yet: says why, and what to do about it. */
export function EmptyState({
  title,
  children,
  act,
  picture,
}: {
  title: ReactNode;
  children?: ReactNode;
  act?: ReactNode;
  picture?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-8 text-center">
      {picture}
      <p className="font-bold text-l">{title}</p>
      {children !== undefined && <div className="max-w-prose text-soft">{children}</div>}
      {act}
    </div>
  );
}

export type Tone = 'plain' | 'teal' | 'attention' | 'refusal' | 'good';
const TONES: Readonly<Record<Tone, string>> = {
  plain: 'bg-line text-ink',
  teal: 'bg-teal-tint text-teal-deep',
  attention: 'bg-saffron-tint text-saffron-ink',
  refusal: 'bg-red-tint text-red',
  good: 'bg-green-tint text-green',
};

type BadgeProps = {
  readonly tone?: Tone;
  /** A whole sentence may take two lines. */
  readonly wraps?: boolean;
  readonly children: ReactNode;
};

/** A state in a word or two; the words carry it, the colour only helps. */
export function Badge({ tone = 'plain', wraps = false, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-7 items-center gap-1.5 px-3 font-semibold text-s',
        wraps ? 'rounded-[0.875rem] py-1 leading-tight' : 'whitespace-nowrap rounded-full',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
