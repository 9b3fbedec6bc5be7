'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Decision } from '#lib/law/decision.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { type Basket, lineBody, linesOf } from './basket.ts';

export type PassDecision = {
  readonly answer: Answer<{ readonly decision: Decision }>;
  /** What was decided of the visit before this basket; null while that is not known. */
  readonly before: Decision | null;
};

/** By pass id; `isFresh` once the answers belong to the basket as it is now. */
export type Decisions = {
  readonly byPass: Readonly<Record<string, PassDecision>>;
  readonly isFresh: boolean;
  readonly again: () => void;
};

const WAIT_MS = 120;
const AGAIN_MS = 4000;
type Decided = { readonly decision: Decision };

/** Asks the law about every pass of the basket whenever it changes; the latest question wins, and the last answer stays until then. */
export function useDecisions(basket: Basket): Decisions {
  const [byPass, setByPass] = useState<Readonly<Record<string, PassDecision>>>({});
  const [answered, setAnswered] = useState('');
  const [turn, setTurn] = useState(0);
  const before = useRef(new Map<string, Decision>());
  const question = useMemo(
    () =>
      JSON.stringify(
        basket.passes.map(({ id, visit, state }) => ({
          id,
          seen: [visit?.state, state],
          lines: linesOf(basket, id).map(lineBody),
        })),
      ),
    [basket],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks the same question again
  useEffect(() => {
    let wanted = true;
    const asked = JSON.parse(question) as readonly { id: string; lines: readonly object[] }[];
    const ask = async (): Promise<void> => {
      const answers = await Promise.all(
        asked.map(async ({ id, lines }) => [id, await decisionFor(id, lines, before.current)] as const),
      );
      if (!wanted) return;
      setByPass(Object.fromEntries(answers));
      setAnswered(question);
      if (answers.some(([, { answer }]) => answer.kind === 'fault')) timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    let timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [question, turn]);

  const again = (): void => {
    before.current.clear();
    setTurn((now) => now + 1);
  };
  return { byPass, isFresh: answered === question, again };
}

async function decisionFor(pass: string, lines: readonly object[], before: Map<string, Decision>): Promise<PassDecision> {
  if (!before.has(pass) || lines.length === 0) {
    const plain = await callApi<Decided>('GET', `passes/${pass}/allowance`);
    if (plain.kind === 'done') before.set(pass, plain.body.decision);
    if (lines.length === 0 || plain.kind !== 'done') return { answer: plain, before: before.get(pass) ?? null };
  }
  const answer = await callApi<Decided>('POST', 'decisions', { pass, lines });
  return { answer, before: before.get(pass) ?? null };
}
