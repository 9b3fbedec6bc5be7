'use client';
import { useCallback, useRef, useState } from 'react';
import { callApi, newId } from '../_ui/api.ts';
import type { RefusalView } from '../_ui/views.ts';
import { signInAgainIfNobody } from './use-read.ts';

type Outcome = { readonly refusals: readonly RefusalView[]; readonly fault: number | null };
const NOTHING: Outcome = { refusals: [], fault: null };

export type Act = Outcome & {
  readonly sending: boolean;
  /** Sends what `bodyOf` makes of the act's id; undefined if it was refused or went wrong. */
  readonly run: <Body>(path: string, fields: unknown, bodyOf: (id: string) => unknown) => Promise<Body | undefined>;
  readonly clear: () => void;
};

/** One thing that somebody does. The same fields sent again keep their id: an answer that was lost is never done twice. */
export function useAct(): Act {
  const [outcome, setOutcome] = useState<Outcome>(NOTHING);
  const [sending, setSending] = useState(false);
  const sent = useRef<{ readonly text: string; readonly id: string } | null>(null);

  const run = useCallback(async <Body>(path: string, fields: unknown, bodyOf: (id: string) => unknown) => {
    const text = `${path} ${JSON.stringify(fields)}`;
    if (sent.current?.text !== text) sent.current = { text, id: newId() };
    setSending(true);
    setOutcome(NOTHING);
    const answer = await callApi<Body>('POST', path, bodyOf(sent.current.id));
    signInAgainIfNobody(answer);
    setSending(false);
    if (answer.kind === 'done') {
      sent.current = null;
      return answer.body;
    }
    setOutcome(answer.kind === 'refused' ? { refusals: answer.refusals, fault: null } : { refusals: [], fault: answer.status });
    return undefined;
  }, []);
  const clear = useCallback(() => setOutcome(NOTHING), []);
  return { ...outcome, sending, run, clear };
}
