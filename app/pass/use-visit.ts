'use client';
import { useCallback, useEffect, useState } from 'react';
import type { PassRecordView } from '#lib/exit/pass-record.ts';
import type { Decision } from '#lib/law/decision.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { callApi } from '../_ui/api.ts';
import { passHeader } from '../market/phone/pass-in-hand.ts';
import type { ReceiptView } from './receipt-view.ts';

const AGAIN_MS = 10_000;

/** `at` is the server's own now: a phone's clock may be anything. */
export type DatedDecision = Decision & { readonly at: string };

export type Visit = {
  /** The law of each side on what the visit holds; null where it cannot be had. */
  readonly decisions: Readonly<Record<string, DatedDecision | null>>;
  readonly sales: readonly ReceiptView[];
  readonly record: PassRecordView | null;
};

/** What the pass has bought, and what it may still take on leaving by each side; asked again while somebody looks. */
export function useVisit(card: PassCard, sides: readonly string[]): Visit | null {
  const [visit, setVisit] = useState<Visit | null>(null);
  const { code } = card;
  const wanted = sides.join(' ');

  const ask = useCallback(async (): Promise<void> => {
    const headers = passHeader(code);
    const codes = wanted.split(' ').filter(Boolean);
    const [sales, record, ...answers] = await Promise.all([
      callApi<{ sales: readonly ReceiptView[] }>('GET', `passes/${code}/sales`, undefined, headers),
      callApi<PassRecordView>('GET', `passes/${code}/record`, undefined, headers),
      ...codes.map((side) =>
        callApi<{ decision: DatedDecision }>('GET', `passes/${code}/allowance?exit=${side}`, undefined, headers),
      ),
    ]);
    if (sales.kind !== 'done') return;
    const decisions = codes.map((side, place) => {
      const answer = answers[place];
      return [side, answer?.kind === 'done' ? answer.body.decision : null] as const;
    });
    setVisit({
      decisions: Object.fromEntries(decisions),
      sales: sales.body.sales,
      record: record.kind === 'done' ? record.body : null,
    });
  }, [code, wanted]);

  useEffect(() => {
    void ask();
    const again = setInterval(() => document.visibilityState === 'visible' && void ask(), AGAIN_MS);
    return () => clearInterval(again);
  }, [ask]);

  return visit;
}
