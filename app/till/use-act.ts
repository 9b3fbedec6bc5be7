'use client';
import { useCallback, useRef, useState } from 'react';
import { type Answer, callApi, newId } from '../_ui/api.ts';

/** Nothing came back, or a machine on the way answered for the market: the act may have been done, so the same id is sent again. */
const isLost = (answer: Answer<unknown>): boolean => answer.kind === 'fault' && [0, 502, 503, 504].includes(answer.status);

/** What an act that was stopped is answered with: it may have been done. */
export const STOPPED = { kind: 'fault', status: 0, title: 'stopped' } as const satisfies Answer<never>;

const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

export type ActState = 'idle' | 'sending' | 'again';

export type Act = {
  readonly state: ActState;
  /** Sends at once, without waiting for the pause to end. */
  readonly hurry: () => void;
  /** Waits for an answer no longer. */
  readonly stop: () => void;
  /** Sends `{ id, ...body }` until the market answers. An equal body keeps its id, so that an act is never done twice. */
  readonly run: <Body>(path: string, body: Readonly<Record<string, unknown>>, id?: string) => Promise<Answer<Body>>;
};

/** One thing a person does. `again` means: no answer yet, sending the same act once more. */
export function useAct(): Act {
  const [state, setState] = useState<ActState>('idle');
  const sent = useRef<{ readonly text: string; readonly id: string } | null>(null);
  const wake = useRef<() => void>(() => undefined);
  const turn = useRef(0);

  const run = useCallback(
    async <Body>(path: string, body: Readonly<Record<string, unknown>>, id?: string): Promise<Answer<Body>> => {
      const text = `${path} ${JSON.stringify(body)}`;
      if (id !== undefined) sent.current = { text, id };
      if (sent.current?.text !== text) sent.current = { text, id: newId() };
      const act = { id: sent.current.id, ...body };
      const mine = turn.current;
      setState('sending');
      for (let attempt = 0; ; attempt += 1) {
        const answer = await callApi<Body>('POST', path, act);
        if (mine !== turn.current) return STOPPED;
        if (!isLost(answer)) {
          if (answer.kind === 'done') sent.current = null;
          setState('idle');
          return answer;
        }
        setState('again');
        const pause = PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)];
        await new Promise<void>((resolve) => {
          wake.current = resolve;
          setTimeout(resolve, pause);
        });
        if (mine !== turn.current) return STOPPED;
      }
    },
    [],
  );
  const hurry = useCallback(() => wake.current(), []);
  const stop = useCallback(() => {
    turn.current += 1;
    sent.current = null;
    setState('idle');
    wake.current();
  }, []);
  return { state, run, hurry, stop };
}
