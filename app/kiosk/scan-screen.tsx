'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import { type DocumentScan, scanOf } from './draft.ts';
import { Ask } from './kiosk-frame.tsx';

type Props = {
  readonly today: string;
  readonly failedScans: number;
  readonly onScan: (scan: DocumentScan) => void;
  readonly onType: () => void;
  readonly onLines: () => void;
};

/** Waits for the document reader. A second failure offers a person, never a third try alone. */
export function ScanScreen({ today, failedScans, onScan, onType, onLines }: Props) {
  const t = useTranslations('kiosk.scan');
  useWedge((text) => onScan(scanOf(text, today)), { lines: 'many' });
  return (
    <>
      <Ask title={t('title')} note={t('note')} />
      <PassportPicture />
      {failedScans > 0 ? (
        <div className="grid gap-3">
          <Refusal size="l" refusals={[{ reason: 'document-unreadable', facts: {} }]} />
          <p className="text-l">{failedScans > 1 ? `${t('failedTwice')} ${t('staff')}` : t('failedNext')}</p>
        </div>
      ) : (
        <p role="status" className="text-center font-semibold text-l text-teal">
          {t('waiting')}
        </p>
      )}
      <div className="mt-auto grid gap-4">
        <Button size="l" wide look={failedScans > 1 ? 'primary' : 'secondary'} onPress={onType}>
          {t('type')}
        </Button>
        <Button size="l" wide look="quiet" onPress={onLines}>
          {t('lines')}
        </Button>
      </div>
    </>
  );
}

/** An open passport with its lines marked, going down onto the reader. */
function PassportPicture() {
  return (
    <svg viewBox="0 0 400 230" aria-hidden="true" focusable="false" className="mx-auto w-full max-w-[30rem]">
      <rect x="30" y="186" width="340" height="34" rx="8" fill="var(--ink)" />
      <rect x="46" y="192" width="308" height="9" rx="4" fill="var(--teal)" />
      <g className="motion-safe:animate-[bob_2.4s_ease-in-out_infinite]">
        <rect x="70" y="14" width="260" height="156" rx="10" fill="var(--surface)" stroke="var(--ink)" strokeWidth="3" />
        <rect x="88" y="34" width="66" height="80" rx="6" fill="var(--teal-tint)" stroke="var(--ink-soft)" strokeWidth="2" />
        <circle cx="121" cy="64" r="14" fill="var(--ink-soft)" />
        <path d="M97 112c2-20 12-26 24-26s22 6 24 26Z" fill="var(--ink-soft)" />
        <path d="M172 46h128M172 66h96M172 86h112M172 106h70" stroke="var(--line-strong)" strokeWidth="5" strokeLinecap="round" />
        <rect x="80" y="126" width="240" height="36" rx="4" fill="var(--saffron-tint)" stroke="var(--saffron)" strokeWidth="3" />
        <path d="M90 138h220M90 151h220" stroke="var(--ink)" strokeWidth="5" strokeDasharray="8 5" />
      </g>
      <path d="m200 172 0 10m-7-6 7 8 7-8" stroke="var(--teal)" strokeWidth="4" fill="none" strokeLinecap="round" />
    </svg>
  );
}
