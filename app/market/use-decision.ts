'use client';
import { useEffect, useState } from 'react';
import type { Decision } from '#lib/law/decision.ts';
import { callApi } from '../_ui/api.ts';
import { basketAlone } from '../_ui/basket-alone.ts';
import { passHeader, passInHand } from './phone/pass-in-hand.ts';

export type Wish = { readonly product: string; readonly quantity: string };

export type Weighed =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'no-pass' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'fault'; readonly status: number }
  | { readonly kind: 'weighed'; readonly decision: Decision };

/** What the law would say of these goods on top of what the visit already holds; the meter's basket is these goods alone. */
export function useDecision(wishes: readonly Wish[]): Weighed {
  const [weighed, setWeighed] = useState<Weighed>({ kind: 'waiting' });
  const wanted = JSON.stringify(wishes);
  useEffect(() => {
    let gone = false;
    const pass = passInHand();
    if (pass === null) return setWeighed({ kind: 'no-pass' });
    const ask = async (): Promise<void> => {
      const answer = await weigh(pass, JSON.parse(wanted) as readonly Wish[]);
      if (!gone) setWeighed(answer);
    };
    void ask();
    return () => {
      gone = true;
    };
  }, [wanted]);
  return weighed;
}

async function weigh(pass: string, lines: readonly Wish[]): Promise<Weighed> {
  const headers = passHeader(pass);
  const [before, after] = await Promise.all([
    callApi<{ decision: Decision }>('POST', 'decisions', { pass, lines: [] }, headers),
    callApi<{ decision: Decision }>('POST', 'decisions', { pass, lines }, headers),
  ]);
  if (after.kind === 'done' && before.kind === 'done') {
    const { decision } = after.body;
    return { kind: 'weighed', decision: { ...decision, limits: basketAlone(decision.limits, before.body.decision.limits) } };
  }
  if (after.kind === 'refused') return { kind: 'ended' };
  const status = after.kind === 'fault' ? after.status : before.status;
  return status === 401 || status === 404 ? { kind: 'no-pass' } : { kind: 'fault', status };
}
