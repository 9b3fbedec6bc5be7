import type { FactLine } from './decision.ts';
import type { DutyTable, Rule } from './pack.ts';
import type { Portion } from './portion.ts';
import type { Scales } from './scales.ts';
import { freeOf, type Measured, type Tally, totalOf } from './tally.ts';
import { unitRunsOf } from './units.ts';

/** Of one line, how much of its amount lies above the limit. */
type Above = { readonly measured: Measured; readonly amount: number };

/**
 * Counts a rule that looks at totals: plan is what fits, over what does not. @returns the goods that are above, those with
 * the highest duty filling the allowance first, which is both what laws write and the least to pay.
 */
export function countTotal(tally: Tally, scales: Scales): readonly Above[] {
  const { over } = tally.law.rule;
  if (isOneOf(tally)) choosePart(tally, scales);
  const open = tally.goods.filter(({ line }) => !tally.barred.has(line));
  const total = open.reduce((sum, { amount }) => sum + amount, 0);
  const room = freeOf(tally) + toleranceOf(tally, open, total);
  tally.granted = Math.max(0, Math.min(total, room) - freeOf(tally));
  const free = total > room && over.kind === 'tax-all' ? 0 : Math.min(total, room);
  tally.plan = free;
  tally.over = totalOf(tally) - free;
  return tally.over === 0 ? [] : above(tally, free, scales);
}

const isOneOf = ({ law: { measure } }: Tally): boolean => measure.kind === 'mix' && measure.operator === 'one-of';

/** One kind is chosen, the one that leaves least above, by duty where there is one; the others have no allowance. */
function choosePart(tally: Tally, scales: Scales): void {
  const parts = [...new Set(tally.goods.map(({ part }) => part))].sort((a, b) => a - b);
  if (parts.length < 2) return;
  const table = tableOf(tally.law.rule, scales);
  const weightOf = ({ line, amount }: Measured) => (table && scales.dutyOn(table, line)) || amount;
  const room = freeOf(tally);
  const freed = parts.map((part) => {
    const own = tally.goods.filter((each) => each.part === part);
    const amount = own.reduce((sum, each) => sum + each.amount, 0);
    const weight = own.reduce((sum, each) => sum + weightOf(each), 0);
    return amount <= room || amount === 0 ? weight : (weight * room) / amount;
  });
  const chosen = parts[freed.indexOf(Math.max(...freed))];
  for (const { line, part } of tally.goods) if (part !== chosen) tally.barred.add(line);
}

/** The one item that passes the limit is let through whole if it passes it by no more than the tolerance. */
function toleranceOf({ law: { rule, measure }, steps, limit, used }: Tally, open: readonly Measured[], total: number): number {
  if (rule.over.kind !== 'tax-excess' || rule.over.tolerance === undefined || used >= limit) return 0;
  const chosen = measure.kind === 'mix' ? measure.parts[open[0]?.part ?? 0] : undefined;
  const tolerance = rule.over.tolerance * (chosen === undefined ? 1 : steps / chosen.limit);
  const free = freeOf({ steps, limit, used });
  const passes = total - free;
  const isOneItem = open.some(({ line, amount }) => amount / Math.max(1, line.units) >= passes);
  return passes > 0 && passes <= tolerance && isOneItem ? passes : 0;
}

function above(tally: Tally, free: number, scales: Scales): Above[] {
  const { rule } = tally.law;
  const table = tableOf(rule, scales);
  const order = rule.over.kind === 'tax-excess' ? rule.over.order : undefined;
  const open = tally.goods.filter(({ line }) => !tally.barred.has(line));
  const ranked = table === undefined || order === 'as-listed' ? open : [...open].sort(byDuty(table, scales));
  let room = free;
  const parted = ranked.map((measured) => {
    const within = Math.min(room, measured.amount);
    room -= within;
    return { measured, amount: measured.amount - within };
  });
  const barred = tally.goods
    .filter(({ line }) => tally.barred.has(line))
    .map((measured) => ({ measured, amount: measured.amount }));
  return [...parted, ...barred].filter(({ amount }) => amount > 0);
}

/** The most duty for the amount first. */
function byDuty(table: DutyTable, scales: Scales): (one: Measured, other: Measured) => number {
  const density = ({ line, amount }: Measured) => (amount === 0 ? 0 : (scales.dutyOn(table, line) ?? 0) / amount);
  return (one, other) => density(other) - density(one);
}

const tableOf = (rule: Rule, scales: Scales): DutyTable | undefined =>
  'duty' in rule.over ? scales.tableOf(rule.over.duty) : undefined;

/** What is taxed of an excess: all of it, save what another rule forbids to leave at all. */
export function taxedOf({ law: { rule }, over }: Tally, tallies: readonly Tally[]): number {
  if (rule.over.kind !== 'tax-excess' || rule.over.upTo === undefined) return over;
  const { upTo } = rule.over;
  return Math.max(0, over - (tallies.find(({ law }) => law.rule.id === upTo)?.over ?? 0));
}

/** The portions that an excess is taxed by. Of a table with two bases the rule's own is meant: value or weight. */
export function taxedAbove(
  tally: Tally,
  aboves: readonly Above[],
  tallies: readonly Tally[],
  scales: Scales,
): readonly Portion[] {
  const { rule, forbids, measure } = tally.law;
  const table = tableOf(rule, scales);
  if (table === undefined || forbids || (rule.over.kind !== 'tax-excess' && rule.over.kind !== 'tax-all')) return [];
  let left = taxedOf(tally, tallies);
  return aboves.flatMap(({ measured, amount }) => {
    const taxed = Math.min(left, amount);
    left -= taxed;
    if (taxed === 0) return [];
    const { line } = measured;
    const goods = asMeasured(tally, measured, table);
    return {
      rule: rule.id,
      table: onBasis(table, measure.kind),
      line,
      goods,
      times: 1,
      numerator: taxed,
      denominator: measured.amount,
    };
  });
}

function onBasis(table: DutyTable, measure: string): DutyTable {
  if (table.kind !== 'larger-of') return table;
  const { id, currency, sources, permille, minorPerKg } = table;
  return measure === 'weight'
    ? { id, currency, sources, kind: 'per-kg', minorPerKg }
    : { id, currency, sources, kind: 'flat', permille };
}

/** A value that the rule has measured in the table's currency is not converted a second time, line by line. */
function asMeasured({ law: { measure } }: Tally, { line, amount }: Measured, table: DutyTable): FactLine {
  const isSame =
    measure.kind === 'value' &&
    measure.basis === 'paid' &&
    measure.currency === table.currency &&
    table.deemed === undefined &&
    line.values?.customs === undefined;
  return isSame ? { ...line, valueMinor: amount, currency: table.currency } : line;
}

/** Goods within a total that are taxed all the same: what is not above. */
export function taxedWithin(tally: Tally, aboves: readonly Above[], scales: Scales): readonly Portion[] {
  const { rule } = tally.law;
  const table = rule.within === undefined ? undefined : scales.tableOf(rule.within);
  if (table === undefined) return [];
  return tally.goods.flatMap((measured) => {
    const over = aboves.find((each) => each.measured === measured)?.amount ?? 0;
    const free = measured.amount - over;
    if (free === 0) return [];
    const goods = asMeasured(tally, measured, table);
    return { rule: rule.id, table, line: measured.line, goods, times: 1, numerator: free, denominator: measured.amount };
  });
}

/** A rule on single items: which lines hold an item above the limit. */
export function barItems(tally: Tally): void {
  const room = tally.law.limit;
  for (const { line, amount } of tally.goods) {
    if (amount <= room && tally.law.without === undefined) continue;
    tally.over += amount * Math.max(1, line.units);
    tally.barred.add(line);
  }
}

/** Items above a rule's limit for one item, each taxed whole by the first such rule. */
export function taxedItems(tallies: readonly Tally[], scales: Scales): readonly Portion[] {
  const taxed = new Set<FactLine>();
  return tallies.flatMap(({ law: { rule }, barred }) => {
    const table = tableOf(rule, scales);
    return [...barred].flatMap((line) => {
      if (table === undefined || taxed.has(line)) return [];
      taxed.add(line);
      return unitRunsOf(line).map(({ count, unit }) => wholePortion(rule.id, table, line, unit, count));
    });
  });
}

const wholePortion = (rule: string, table: DutyTable, line: FactLine, goods: FactLine, times: number): Portion => ({
  rule,
  table,
  line,
  goods,
  times,
  numerator: 1,
  denominator: 1,
});
