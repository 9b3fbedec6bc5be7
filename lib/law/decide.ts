import { addDays } from '#lib/calendar/day.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import { conditionsOf } from './conditions.ts';
import type { Decision, Facts, LimitRow } from './decision.ts';
import type { LawPack, Side } from './pack.ts';
import { dutiesOn, type Portion } from './portion.ts';
import { reasonsOf } from './reasons.ts';
import { rulesInForce, sideOf } from './rules-in-force.ts';
import { type Scales, scalesOf } from './scales.ts';
import { settled } from './settings.ts';
import { countOf, freeOf, inUnit, isCounting, isDayCounted, isSplit, type Tally, talliesOf } from './tally.ts';
import { barItems, countTotal, taxedAbove, taxedItems, taxedOf, taxedWithin } from './tax-excess.ts';
import { type ItemSplit, splitItems } from './tax-items.ts';
import { wrongWayOut } from './way-out.ts';

/** Raised by any commit after which the same facts give other bytes. */
export const ENGINE = 2;

/**
 * What the law says of these goods of one traveller on leaving by one side. Pure and total: any basket gets an answer, and the
 * same facts the same bytes. Amounts are whole numbers below 1e12. @throws RangeError for a side that the pack does not have.
 */
export function decide(unsettled: LawPack, facts: Facts): Decision {
  const { pack, values } = settled(unsettled, facts.settings);
  const side = sideOf(pack, facts.exitSide);
  const scales = scalesOf(pack, facts, side);
  const found = rulesInForce(unsettled, facts).map((law) => talliesOf(law, facts, scales, side.zone));
  const tallies = found.flatMap((each) => each.tallies);
  const unrated = found.flatMap((each) => each.unrated);

  narrow(tallies, facts, side, scales);
  const { portions, items } = measure(tallies, scales);
  const { steps: dutySteps, waived } = dutiesOn(portions, scales);
  const dutyMinor = dutySteps.reduce((sum, { minor }) => sum + minor, 0);

  const wayOut = wrongWayOut(pack, facts);
  const forbidden = [...unrated.map(({ line, rule }) => ({ line: line.id, rule })), ...tallies.flatMap(forbiddenBy)];
  const needs = tallies.flatMap((tally) => neededBy(tally, facts));
  const isForbidden = forbidden.length > 0 || wayOut !== undefined || tallies.some(({ law, over }) => law.forbids && over > 0);
  const touched = tallies.filter(({ plan }) => plan > 0);
  const exceeded = tallies
    .filter(({ law }) => law.rule.over.kind !== 'report')
    .map((tally) => ({ tally, above: taxedOf(tally, tallies) }))
    .filter(({ above }) => above > 0);

  return {
    engine: ENGINE,
    pack: `${pack.id}@${pack.version}`,
    exitSide: facts.exitSide,
    at: facts.at,
    day: dayIn(side.zone, facts.at),
    outcome: isForbidden ? 'forbidden' : needs.length > 0 ? 'needs-document' : dutyMinor > 0 ? 'duty' : 'free',
    limits: tallies.map(limitRow),
    plan: touched.map((tally) => ({
      account: tally.account,
      rule: tally.law.rule.id,
      period: tally.period,
      unit: tally.law.unit,
      limit: tally.limit + inUnit(tally, tally.granted),
      amount: inUnit(tally, tally.plan),
      ...leaving(tally, facts.at, side.zone),
      ...heldBy(tally),
    })),
    excess: exceeded.map(({ tally, above }) => ({
      account: tally.account,
      rule: tally.law.rule.id,
      amount: inUnit(tally, above),
      unit: tally.law.unit,
      outcome: tally.law.forbids ? 'forbidden' : tally.law.rule.over.kind === 'needs-document' ? 'needs-document' : 'taxed',
      ...heldBy(tally),
    })),
    duty: dutyMinor > 0 ? { minor: dutyMinor, currency: side.dutyCurrency } : null,
    dutySteps,
    forbidden,
    needs,
    conditions: conditionsOf(tallies.filter(isUsed), facts, side, scales),
    reasons: reasonsOf({ tallies, unrated, needs, wayOut, waived, items, age: facts.traveller.age, currency: side.dutyCurrency }),
    rates: scales.ratesUsed(),
    settings: values,
  };
}

/** Its allowance is made use of; a rule on single items has no account, but lets items through. */
const isUsed = ({ plan, law, goods, barred }: Tally): boolean =>
  plan > 0 || (law.rule.period.kind === 'item' && goods.some(({ line }) => !barred.has(line)));

const heldBy = ({ law: { holder } }: Tally): { holder?: string } => (holder === undefined ? {} : { holder });

function leaving({ law: { rule } }: Tally, at: string, zone: Side['zone']): { leavesOn?: string } {
  const { period } = rule;
  return period.kind === 'rolling' ? { leavesOn: addDays(dayIn(period.zone ?? zone, at), period.days) } : {};
}

/** Rules that take the allowance of others away, or items out of it, come before these are measured. */
function narrow(tallies: readonly Tally[], facts: Facts, { zone }: Side, scales: Scales): void {
  for (const tally of tallies) {
    const { over, period } = tally.law.rule;
    if (isCounting(tally)) countCrossing(tally, countOf(tally, facts, zone));
    else if (period.kind === 'item') barItems(tally);
    else if (over.kind === 'no-allowance') countTotal(tally, scales);
    else continue;
    if (tally.over > 0 && over.kind === 'tax-item-whole') takeOut(tally, tallies, over.insteadOf ?? []);
    if (over.kind === 'no-allowance' && !isDayCounted(tally, facts, zone)) takeAllowance(tally, tallies, over.rules);
  }
}

/** One crossing, or the days of a stay. A rule whose allowance is saved is not counted. */
function countCrossing(tally: Tally, count: number): void {
  if (tally.law.without !== undefined) {
    tally.limit = 0;
    return;
  }
  tally.plan = Math.min(count, freeOf(tally));
  tally.over = count - tally.plan;
}

/** An item above its own limit is taxed by that rule alone: it is no part of what other items share. */
function takeOut({ barred, law }: Tally, tallies: readonly Tally[], rules: readonly string[]): void {
  for (const other of tallies) {
    if (other.law === law || !(isSplit(other) || rules.includes(other.law.rule.id))) continue;
    const rest = other.goods.filter(({ line }) => !barred.has(line));
    other.goods.splice(0, other.goods.length, ...rest);
  }
}

/** Over the limit, or with nothing of it to use, the rules named have no allowance: for the items above it, or for all goods. */
function takeAllowance(tally: Tally, tallies: readonly Tally[], rules: readonly string[]): void {
  const byItem = tally.law.rule.period.kind === 'item';
  const isUsedUp = tally.over > 0 || (isCounting(tally) && (tally.law.without !== undefined || freeOf(tally) === 0));
  for (const other of tallies) {
    if (!rules.includes(other.law.rule.id)) continue;
    if (byItem) for (const line of tally.barred) other.barred.add(line);
    else if (isUsedUp) other.limit = 0;
  }
}

function measure(tallies: readonly Tally[], scales: Scales): { portions: readonly Portion[]; items: ItemSplit } {
  const items = splitItems(tallies.filter(isSplit), scales);
  const totals = tallies.filter(isTotal).map((tally) => {
    if (isTaxing(tally)) leaveOut(tally, items.taxed);
    return { tally, above: countTotal(tally, scales) };
  });
  const whole = taxedItems(
    tallies.filter(({ law: { rule } }) => rule.period.kind === 'item' && rule.over.kind === 'tax-item-whole'),
    scales,
  );
  const excess = totals.flatMap(({ tally, above }) => [
    ...taxedAbove(tally, above, tallies, scales),
    ...taxedWithin(tally, above, scales),
  ]);
  return { portions: [...items.taxed, ...items.free, ...whole, ...excess], items };
}

const isTaxing = ({ law: { rule } }: Tally): boolean => rule.over.kind === 'tax-excess' || rule.over.kind === 'tax-all';

/** An item that is taxed whole is taxed once: it is no part of a total that is taxed, too. */
function leaveOut(tally: Tally, taxed: readonly Portion[]): void {
  const whole = new Map<string, number>();
  for (const { line, times } of taxed) whole.set(line.id, (whole.get(line.id) ?? 0) + times);
  if (whole.size === 0) return;
  const rest = tally.goods.flatMap((each) => {
    const units = Math.max(1, each.line.units);
    const left = units - (whole.get(each.line.id) ?? 0);
    return left <= 0 ? [] : { ...each, amount: left === units ? each.amount : Math.floor((each.amount / units) * left) };
  });
  tally.goods.splice(0, tally.goods.length, ...rest);
}

const isTotal = (tally: Tally): boolean =>
  !isCounting(tally) && !isSplit(tally) && tally.law.rule.period.kind !== 'item' && tally.law.rule.over.kind !== 'no-allowance';

/** Under age every line; over a limit the last lines that together are what is too much. The traveller may leave others. */
function forbiddenBy(tally: Tally): { line: string; rule: string }[] {
  if (!tally.law.forbids || tally.over === 0) return [];
  return lastLines(tally, tally.law.without === 'under-age').map((line) => ({ line, rule: tally.law.rule.id }));
}

function neededBy(tally: Tally, { documents = [] }: Facts): Decision['needs'][number][] {
  const { over, id } = tally.law.rule;
  if (over.kind !== 'needs-document' || tally.over === 0 || documents.includes(over.document)) return [];
  return lastLines(tally, false).map((line) => ({ line, rule: id, document: over.document }));
}

function lastLines({ goods, over, barred }: Tally, all: boolean): string[] {
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

function limitRow(tally: Tally): LimitRow {
  const { law, goods, used, limit, plan, over, account, period } = tally;
  const byItem = law.rule.period.kind === 'item';
  const visit = byItem ? goods.reduce((most, { amount }) => Math.max(most, amount), 0) : inUnit(tally, plan + over);
  return {
    rule: law.rule.id,
    ...(law.part === undefined ? {} : { part: law.part }),
    account,
    period,
    measure: law.measure.kind,
    unit: law.unit,
    limit,
    used,
    visit,
    left: Math.max(0, limit - used - (byItem ? 0 : inUnit(tally, plan))),
    over: inUnit(tally, over),
    ...partsLeft(tally),
    source: law.rule.sources,
    confidence: law.rule.confidence,
    lines: goods.map(({ line }) => line.id),
  };
}

const UNITS = { units: 'unit', pieces: 'piece', weight: 'g', volume: 'ml' } as const;

/** Of a mix where one kind is chosen, the others have nothing left once goods of one are there. */
function partsLeft({ law: { measure }, steps, limit, used, plan, over, goods, barred }: Tally): Pick<LimitRow, 'parts'> {
  if (measure.kind !== 'mix') return {};
  const open = goods.filter(({ line }) => !barred.has(line));
  const chosen = measure.operator === 'one-of' && plan > 0 ? open[0]?.part : undefined;
  const left = over > 0 ? 0 : Math.max(0, freeOf({ steps, limit, used }) - plan);
  return {
    parts: measure.parts.map((part, index) => ({
      unit: UNITS[part.of],
      left: chosen === undefined || chosen === index ? Math.floor((left / steps) * part.limit) : 0,
    })),
  };
}
