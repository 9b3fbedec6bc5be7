import { dayIn } from '#lib/calendar/zone.ts';
import type { Decision, DutyStep, Facts, LimitRow } from './decision.ts';
import type { LawPack } from './pack.ts';
import { reasonsOf } from './reasons.ts';
import { rulesInForce, settingsInForce, sideOf } from './rules-in-force.ts';
import { freeOf, inUnit, purseOf, type Tally, tallyOf, totalOf } from './tally.ts';
import { excessDuties, itemDuties, taxedOf } from './tax-excess.ts';
import { splitItems } from './tax-items.ts';

/** Raised by any commit after which the same facts give other bytes. */
export const ENGINE = 1;

/**
 * What the law says of these goods of one traveller on leaving by one side. Pure and total: any basket gets an answer, and the
 * same facts the same bytes. Amounts are whole numbers below 1e12. @throws RangeError for a side that the pack does not have.
 */
export function decide(pack: LawPack, facts: Facts): Decision {
  const side = sideOf(pack, facts.exitSide);
  const purse = purseOf(facts.rates);
  const found = rulesInForce(pack, facts).map((law) => tallyOf(pack, law, facts, purse));
  const tallies = found.map(({ tally }) => tally);
  const unrated = found.flatMap((each) => each.unrated);

  for (const tally of tallies) if (tally.law.rule.over.kind === 'no-allowance') countExit(tally, tallies);
  for (const tally of tallies) if (isCounted(tally)) countTotal(tally);
  const items = splitItems(pack, tallies.filter(isSplit), purse);

  const dutySteps = [...itemDuties(items.taxed), ...excessDuties(pack, tallies)];
  const dutyMinor = dutySteps.reduce((sum, { minor }) => sum + minor, 0);
  const forbidden = [...unrated.map(({ line, rule }) => ({ line: line.id, rule })), ...tallies.flatMap(forbiddenBy)];
  const touched = tallies.filter(({ plan }) => plan > 0);
  const exceeded = tallies.map((tally) => ({ tally, taxed: taxedOf(tally, tallies) })).filter(({ taxed }) => taxed > 0);

  return {
    engine: ENGINE,
    pack: `${pack.id}@${pack.version}`,
    exitSide: facts.exitSide,
    at: facts.at,
    day: dayIn(side.zone, facts.at),
    outcome: forbidden.length > 0 ? 'forbidden' : dutyMinor > 0 ? 'duty' : 'free',
    limits: tallies.map(limitRow),
    plan: touched.map((tally) => ({
      account: tally.law.account,
      rule: tally.law.rule.id,
      period: tally.law.period,
      unit: tally.law.unit,
      limit: tally.limit,
      amount: inUnit(tally, tally.plan),
    })),
    excess: exceeded.map(({ tally, taxed }) => ({
      account: tally.law.account,
      rule: tally.law.rule.id,
      amount: inUnit(tally, taxed),
      unit: tally.law.unit,
      outcome: tally.law.forbids ? 'forbidden' : 'taxed',
    })),
    duty: dutyMinor > 0 ? { minor: dutyMinor, currency: side.dutyCurrency } : null,
    dutySteps: dutySteps satisfies readonly DutyStep[],
    forbidden,
    reasons: reasonsOf({ tallies, unrated, items, age: facts.traveller.age, currency: side.dutyCurrency }),
    rates: purse.ratesUsed(),
    settings: settingsInForce(pack, facts.settings),
  };
}

/** One exit with goods; once the exits of the period are used up, the rules that hang on it have no allowance. */
function countExit(tally: Tally, tallies: readonly Tally[]): void {
  const { over } = tally.law.rule;
  if (freeOf(tally) > 0) tally.plan = tally.goods.length > 0 ? 1 : 0;
  else tally.over = tally.goods.length > 0 ? 1 : 0;
  if (over.kind !== 'no-allowance' || freeOf(tally) > 0) return;
  for (const other of tallies) if (over.rules.includes(other.law.rule.id)) other.limit = 0;
}

const isSplit = ({ law }: Tally): boolean => law.rule.over.kind === 'tax-item-whole' && !law.forbids;

const isCounted = (tally: Tally): boolean => tally.law.rule.over.kind !== 'no-allowance' && !isSplit(tally);

function countTotal(tally: Tally): void {
  const total = totalOf(tally);
  const free = freeOf(tally);
  const takesAllOrNothing = tally.law.rule.over.kind === 'tax-all';
  tally.plan = total <= free ? total : takesAllOrNothing ? 0 : free;
  tally.over = total - tally.plan;
}

/** Under age every line; over a limit the last lines that together are what is too much. The traveller may leave others. */
function forbiddenBy({ law, goods, over }: Tally): { line: string; rule: string }[] {
  if (!law.forbids || over === 0) return [];
  const lines: string[] = [];
  let rest = over;
  for (const { line, amount } of goods.toReversed()) {
    if (rest <= 0) break;
    if (amount === 0) continue;
    lines.unshift(line.id);
    if (!law.underAge) rest -= amount;
  }
  return lines.map((line) => ({ line, rule: law.rule.id }));
}

function limitRow(tally: Tally): LimitRow {
  const { law, goods, used, limit, plan, over } = tally;
  return {
    rule: law.rule.id,
    account: law.account,
    period: law.period,
    measure: law.rule.measure.kind,
    unit: law.unit,
    limit,
    used,
    visit: inUnit(tally, plan + over),
    left: Math.max(0, limit - used - inUnit(tally, plan)),
    over: inUnit(tally, over),
    source: law.rule.sources,
    confidence: law.rule.confidence,
    lines: goods.map(({ line }) => line.id),
  };
}
