import type { Decision, Facts } from './decision.ts';
import type { Tally } from './tally.ts';

/** Under age every line; over a limit the last lines that together are what is too much. The traveller may leave others. */
export function forbiddenBy(tally: Tally): Decision['forbidden'] {
  if (!tally.law.forbids || tally.over === 0) return [];
  return lastLines(tally, tally.law.without === 'under-age').map((line) => ({ line, rule: tally.law.rule.id }));
}

export function neededBy(tally: Tally, { documents = [] }: Facts): Decision['needs'] {
  const { over, id } = tally.law.rule;
  if (over.kind !== 'needs-document' || tally.over === 0 || documents.includes(over.document)) return [];
  return lastLines(tally, false).map((line) => ({ line, rule: id, document: over.document }));
}

function lastLines({ goods, over, barred }: Tally, all: boolean): readonly string[] {
  const lines: string[] = [];
  let rest = over;
  const candidates = barred.size > 0 ? goods.filter(({ line }) => barred.has(line)) : goods;
  for (const { line, amount } of candidates.toReversed()) {
    if (rest <= 0) break;
    if (amount === 0) continue;
    lines.unshift(line.id);
    if (!all) rest -= amount;
  }
  return lines;
}
