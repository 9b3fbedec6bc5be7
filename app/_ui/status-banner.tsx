import type { ReactNode } from 'react';

type Props = {
  readonly status: 'green' | 'amber' | 'red';
  /** One word: Go, Declare, Stop. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
};

const GROUNDS = { green: '#245a30', amber: '#7a4300', red: '#8c1d18' } as const;

/** The gate's answer, read from three metres: colour, shape and one word. */
export function StatusBanner({ status, title, children, foot }: Props) {
  return (
    <section
      role="status"
      aria-live="assertive"
      style={{ backgroundColor: GROUNDS[status] }}
      className="grid min-h-72 grid-rows-[auto_1fr_auto] gap-4 rounded-2xl p-8 text-white"
    >
      <h2 className="flex items-center gap-5 font-bold text-[clamp(2.75rem,7vw,6rem)] leading-none">
        <Sign status={status} />
        {title}
      </h2>
      <div className="grid content-start gap-2 text-[clamp(1.25rem,2.2vw,1.75rem)] leading-snug">{children}</div>
      {foot !== undefined && <div className="flex flex-wrap justify-between gap-4 text-l">{foot}</div>}
    </section>
  );
}

/** A tick, a diamond, a barred square: three outlines that differ without colour. */
function Sign({ status }: { readonly status: Props['status'] }) {
  return (
    <svg
      viewBox="0 0 48 48"
      aria-hidden="true"
      focusable="false"
      className="size-[0.95em] shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="6"
    >
      {status === 'green' && <path d="M6 26 19 39 42 9" strokeLinecap="round" strokeLinejoin="round" />}
      {status === 'amber' && (
        <>
          <path d="M24 3 45 24 24 45 3 24Z" fill="currentColor" stroke="none" />
          <path d="M24 13v13m0 6v3" stroke={GROUNDS.amber} strokeWidth="5" />
        </>
      )}
      {status === 'red' && (
        <>
          <path d="M15 3h18l12 12v18L33 45H15L3 33V15Z" fill="currentColor" stroke="none" />
          <path d="M12 24h24" stroke={GROUNDS.red} strokeWidth="7" />
        </>
      )}
    </svg>
  );
}
