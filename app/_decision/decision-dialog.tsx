'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { displayCode } from '#lib/pass/short-code.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { Dialog } from '../_ui/dialog.tsx';
import { faultWords } from '../_ui/fault.ts';
import { Badge, EmptyState } from '../_ui/surfaces.tsx';
import { DecisionDuty } from './decision-duty.tsx';
import { DecisionLimits } from './decision-limits.tsx';
import { MadeAgain } from './made-again.tsx';
import type { OpenedDecision } from './opened-decision.ts';

type Props = {
  readonly code: string;
  /** A shopper's own credential: the code alone opens nothing. */
  readonly headers?: Record<string, string>;
  readonly kind?: 'plain' | 'sheet';
  readonly onClose: () => void;
};

const TONES = { free: 'good', duty: 'attention', 'needs-document': 'attention', forbidden: 'refusal' } as const;

/** The decision behind a receipt's short code: which rules, where they are written, what was used and what is left, and that it comes out the same. */
export function DecisionDialog({ code, headers, kind = 'plain', onClose }: Props) {
  const t = useTranslations('decision');
  const everywhere = useTranslations('everywhere');
  const [answer, setAnswer] = useState<Answer<OpenedDecision> | null>(null);
  useEffect(() => {
    let wanted = true;
    void callApi<OpenedDecision>('GET', `decisions/${encodeURIComponent(code)}`, undefined, headers).then((got) => {
      if (wanted) setAnswer(got);
    });
    return () => {
      wanted = false;
    };
  }, [code, headers]);
  const title = t('title', { code: `\u2066${displayCode(code)}\u2069` });
  return (
    <Dialog wide kind={kind} title={title} isOpen onClose={onClose}>
      {answer === null && <p role="status">{everywhere('loading')}</p>}
      {answer !== null && answer.kind !== 'done' && (
        <EmptyState title={answer.status === 404 ? t('missing') : everywhere('faults.title')}>
          {answer.status === 404 ? t('missingNote') : everywhere(`faults.${faultWords(answer.status)}`)}
        </EmptyState>
      )}
      {answer?.kind === 'done' && <Opened opened={answer.body} />}
    </Dialog>
  );
}

function Opened({ opened }: { readonly opened: OpenedDecision }) {
  const t = useTranslations('decision');
  const law = useTranslations('law');
  const { outcome, reasons } = opened.decision;
  const named = [...new Set(reasons.map(({ reason }) => reason))];
  return (
    <>
      <p className="flex flex-wrap items-center gap-3">
        <b>{t('outcome')}</b> <Badge tone={TONES[outcome]}>{law(`outcomes.${outcome}`)}</Badge>
      </p>
      <ul className="ms-5 list-disc">
        {named.map((reason) => (
          <li key={reason}>{law.has(`reasons.${reason as 'within'}`) ? law(`reasons.${reason as 'within'}`) : reason}</li>
        ))}
      </ul>
      <DecisionLimits opened={opened} />
      <DecisionDuty opened={opened} />
      <MadeAgain opened={opened} />
    </>
  );
}
