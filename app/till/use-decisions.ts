'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Decision } from '#lib/law/decision.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import type { Basket } from './basket.ts';
import { askedLine, linesOf } from './basket-prices.ts';
import { backOf } from './exchange.ts';
import { isUnanswered } from './link.ts';
import { differingFields, type Packs, type PassFacts, previewOf } from './preview.ts';
import { useStall } from './stall-context.tsx';
import type { HeldLeases } from './use-leases.ts';
import { type Facts, usePassFacts } from './use-pass-facts.ts';

export type PassDecision = {
  readonly answer: Answer<{ readonly decision: Decision }>;
  /** What was decided of the visit before this basket; null while that is not known. */
  readonly before: Decision | null;
  /** Decided on this tablet, since nobody answers: from what was last known of the pass, and when that was. */
  readonly asOf?: string;
};

/** By pass id; `isFresh` once the server's answers belong to the basket as it is now, `isCurrent` if the tablet's own do until then. */
export type Decisions = {
  readonly byPass: Readonly<Record<string, PassDecision>>;
  readonly isFresh: boolean;
  readonly isCurrent: boolean;
  readonly again: () => void;
};

const WAIT_MS = 120;
const AGAIN_MS = 4000;
type Decided = { readonly decision: Decision };
type ByPass<Value> = Readonly<Record<string, Value>>;

/**
 * Decides every pass of the basket on the tablet at once, from the facts that the server last gave, and asks the server whenever the
 * basket changes: its answer takes the preview's place. The latest question wins.
 */
export function useDecisions(basket: Basket, packs: Packs, basketOf: HeldLeases['basketOf']): Decisions {
  const [answers, setAnswers] = useState<ByPass<PassDecision>>({});
  const [answered, setAnswered] = useState('');
  const [turn, setTurn] = useState(0);
  const before = useRef(new Map<string, Decision>());
  const { reload: noticed } = useStall();
  const facts = usePassFacts(
    basket.passes.map(({ id }) => id),
    basketOf,
  );
  const latest = useRef({ basket, packs, facts });
  useEffect(() => {
    latest.current = { basket, packs, facts };
  });
  const question = useMemo(() => questionOf(basket), [basket]);

  useEffect(() => {
    let wanted = true;
    const asked = JSON.parse(question) as ReturnType<typeof asksOf>;
    const ask = async (): Promise<void> => {
      const found = await Promise.all(
        asked.map(
          async ({ id, lines, back }) =>
            [id, await decisionFor({ pass: id, lines, back, basket: basketOf(id) }, before.current)] as const,
        ),
      );
      if (!wanted) return;
      setAnswers(Object.fromEntries(found));
      setAnswered(`${turn} ${question}`);
      if (found.some(([, { answer }]) => isUnanswered(answer))) void noticed();
      if (found.some(([, { answer }]) => answer.kind === 'fault')) timer = setTimeout(() => void ask(), AGAIN_MS);
      for (const [id, { answer }] of found) if (answer.kind === 'done') void tellFault(id, answer.body.decision, latest.current);
    };
    let timer = setTimeout(() => void ask(), WAIT_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [question, turn, basketOf, noticed]);

  const isFresh = answered === `${turn} ${question}`;
  const isAnswered = isFresh && Object.values(answers).every(({ answer }) => !isUnanswered(answer));
  const previews = useMemo(
    () => (isAnswered ? {} : previewsOf(basket, facts.byPass, packs)),
    [isAnswered, basket, facts.byPass, packs],
  );
  const again = (): void => {
    before.current.clear();
    facts.forget();
    setTurn((now) => now + 1);
  };
  const isCurrent = isFresh || basket.passes.every(({ id }) => previews[id] !== undefined);
  return { byPass: isFresh ? answeredOr(answers, previews) : { ...answers, ...previews }, isFresh, isCurrent, again };
}

/** Where the server has not answered, what the tablet decided stands. */
const answeredOr = (answers: ByPass<PassDecision>, previews: ByPass<PassDecision>): ByPass<PassDecision> =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answered]) => [id, (isUnanswered(answered.answer) && previews[id]) || answered]),
  );

const asksOf = (basket: Basket) =>
  basket.passes.map(({ id, visit, state }) => ({
    id,
    seen: [visit?.state, state],
    lines: linesOf(basket, id).map(askedLine),
    back: backOf(basket.exchange),
  }));

const questionOf = (basket: Basket): string => JSON.stringify(asksOf(basket));

type Here = { readonly basket: Basket; readonly packs: Packs; readonly facts: Facts };

/** Another till may have sold since: only what differs on the newest facts too is a fault, and nobody at the counter hears of it. */
async function tellFault(pass: string, decision: Decision, { basket, packs, facts }: Here): Promise<void> {
  if (basket.exchange !== null) return;
  const lines = linesOf(basket, pass);
  const differing = (of: PassFacts | undefined): readonly string[] => {
    const preview = of && previewOf(of, packs, lines);
    return preview === undefined ? [] : differingFields(preview, decision);
  };
  if (differing(facts.byPass[pass]).length === 0) return;
  const newest = await facts.learn(pass);
  const fields = differing(newest).slice(0, 20);
  if (newest !== undefined && fields.length > 0)
    await callApi('POST', 'preview-faults', { packHash: newest.packHash, engine: decision.engine, fields });
}

/** Each pass decided here: what the visit holds, and that with the basket. What an exchange takes back only the market knows. */
function previewsOf(basket: Basket, facts: ByPass<PassFacts>, packs: Packs): ByPass<PassDecision> {
  if (basket.exchange !== null) return {};
  const found = basket.passes.flatMap(({ id }) => {
    const known = facts[id];
    const decision = known && previewOf(known, packs, linesOf(basket, id));
    if (known === undefined || decision === undefined) return [];
    const answer = { kind: 'done', status: 200, body: { decision } } as const;
    return [[id, { answer, before: previewOf(known, packs, []) ?? null, asOf: known.at }] as const];
  });
  return Object.fromEntries(found);
}

type Asked = {
  readonly pass: string;
  readonly lines: readonly object[];
  readonly back: ReturnType<typeof backOf>;
  readonly basket: string | undefined;
};

async function decisionFor({ pass, lines, back, basket }: Asked, before: Map<string, Decision>): Promise<PassDecision> {
  const key = JSON.stringify([pass, back]);
  if (!before.has(key) || lines.length === 0) {
    const plain = await callApi<Decided>('POST', 'decisions', { pass, lines: [], back, basket });
    if (plain.kind === 'done') before.set(key, plain.body.decision);
    if (lines.length === 0 || plain.kind !== 'done') return { answer: plain, before: before.get(key) ?? null };
  }
  const answer = await callApi<Decided>('POST', 'decisions', { pass, lines, back, basket });
  return { answer, before: before.get(key) ?? null };
}
