'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { LinkView } from '#lib/traveller/link-view.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { TextField } from '../_ui/fields.tsx';
import { dateWords } from '../_ui/figures.tsx';
import { LinkedPair } from './linked-pair.tsx';

export type LinkOutcome = 'linked' | 'separated';

type Props = {
  readonly link: LinkView;
  /** Whether this person decides here, or only looks. */
  readonly mayDecide: boolean;
  readonly offsetMinutes: number | undefined;
  readonly busy: boolean;
  /** What the market said instead of doing it. */
  readonly trouble: ReactNode;
  readonly onDecide: (outcome: LinkOutcome, reason: string) => void;
  readonly onClose: () => void;
};

const READY = ['both', 'face', 'others'] as const;
const SHORTEST = 3;

/** One person or two: both travellers, the reason, and the acts that still make a difference. */
export function LinkDialog({ link, mayDecide, offsetMinutes, busy, trouble, onDecide, onClose }: Props) {
  const t = useTranslations('persons.link');
  const language = useLocale();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const tooShort = reason.trim().length < SHORTEST;
  const decide = (outcome: LinkOutcome): void => {
    setAsked(true);
    if (!tooShort) onDecide(outcome, reason.trim());
  };
  const acts = mayDecide && (
    <>
      {link.state !== 'separated' && (
        <Button size="l" isPending={busy} onPress={() => decide('separated')}>
          {t(link.state === 'linked' ? 'part' : 'separate')}
        </Button>
      )}
      {link.state !== 'linked' && (
        <Button look="primary" size="l" isPending={busy} onPress={() => decide('linked')}>
          {t(link.state === 'separated' ? 'relink' : 'link')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog wide title={t('title')} isOpen onClose={onClose} acts={acts}>
      <p>{t('note')}</p>
      <LinkedPair link={link} offsetMinutes={offsetMinutes} />
      {link.decision && (
        <p role="status" className="rounded-box bg-teal-tint px-4 py-2">
          <b>{t(`done.${link.state as LinkOutcome}`)}</b>{' '}
          {t('decided', {
            name: isolated(link.decision.decidedBy),
            at: dateWords({ at: link.decision.decidedAt, show: 'both', offsetMinutes }, language),
            reason: isolated(link.decision.reason),
          })}
        </p>
      )}
      {trouble}
      {mayDecide && (
        <>
          <TextField
            label={t('reason')}
            hint={t('reasonHint')}
            value={reason}
            maxLength={500}
            onChange={setReason}
            error={asked && tooShort ? t('missing') : undefined}
          />
          <div className="flex flex-wrap gap-2">
            {READY.map((ready) => (
              <Button key={ready} className="px-3" onPress={() => setReason(t(`reasons.${ready}`))}>
                {t(`reasons.${ready}`)}
              </Button>
            ))}
          </div>
        </>
      )}
    </Dialog>
  );
}

/** A name or a reason in one script inside a sentence in another. */
const isolated = (text: string): string => `\u2068${text}\u2069`;
