import { eq } from 'drizzle-orm';
import type { Tx } from '../engine/engine.ts';
import { keptRow } from '../engine/kept-query.ts';
import { decision } from '../schema/allowance.ts';

const bodyByCode = keptRow(['code'], (tx, at) =>
  tx.select({ body: decision.body }).from(decision).where(eq(decision.code, at.code)),
);

/** What stands with a decision whose code it names. */
type Coded = { readonly decision: unknown; readonly decisionCode: string };

const isCoded = (value: object): value is Coded =>
  'decision' in value && 'decisionCode' in value && typeof value.decisionCode === 'string';

/** An answer as it is remembered: a decision that it names by its code is kept already, and larger than all the rest. */
export function withoutDecisions(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map(withoutDecisions);
  const fields = Object.entries(answer).map(([name, value]) => [name, withoutDecisions(value)] as const);
  return { ...Object.fromEntries(fields), ...(isCoded(answer) ? { decision: null } : {}) };
}

/** The answer as it was given, every field in its place. One of before holds its decisions itself. */
export async function withDecisions(tx: Tx, answer: unknown): Promise<unknown> {
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return Array.fromAsync(answer, (each) => withDecisions(tx, each));
  const whole: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(answer))
    whole[name] =
      name === 'decision' && value === null && isCoded(answer)
        ? (await bodyByCode(tx, { code: answer.decisionCode }))?.body
        : await withDecisions(tx, value);
  return whole;
}
