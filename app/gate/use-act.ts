'use client';
import { useCallback, useRef, useState } from 'react';
import { type Answer, newId } from '../_ui/api.ts';
import { tellGate } from './call-gate.ts';

const PAUSES_MS = [400, 1200, 3000];

/** No answer, or somebody else's on the way: it may have been done, so the same act is sent again. */
const isLost = (answer: Answer<unknown>): boolean => answer.kind === 'fault' && [0, 502, 503, 504].includes(answer.status);

/**
 * One act of the officer. An equal body keeps its id until it has been answered, so that a lost reply, a retry or a second
 * press is the same act. A refusal ends it: the next try is decided afresh.
 */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const sent = useRef<{ readonly text: string; readonly id: string } | null>(null);

  const run = useCallback(async <Body>(path: string, body: Readonly<Record<string, unknown>>): Promise<Answer<Body>> => {
    const text = `${path} ${JSON.stringify(body)}`;
    if (sent.current?.text !== text) sent.current = { text, id: newId() };
    const { id } = sent.current;
    setBusy(true);
    let answer = await tellGate<Body>(path, { id, ...body });
    for (const pause of PAUSES_MS) {
      if (!isLost(answer)) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
      answer = await tellGate<Body>(path, { id, ...body });
    }
    if (!isLost(answer)) sent.current = null;
    setBusy(false);
    return answer;
  }, []);
  return { busy, run };
}
