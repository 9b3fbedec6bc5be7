import { copyOf, type Good } from './good.ts';
import type { DutyTable } from './pack.ts';
import type { Portion } from './portion.ts';
import type { Scales } from './scales.ts';
import { isTaxing, type Tally } from './tally.ts';
import { inTaxOrder, leaveOutExcess, leaveOutItems, type Taxed } from './taxed-once.ts';
import { taxingTable } from './taxing-table.ts';
import { type Above, countTotal } from './total.ts';

/**
 * Counts the rules that look at totals, and says what they tax, of what is above and of what is within. What one of them or
 * a rule on items has taxed is no part of the others' totals.
 */
export function taxTotals(tallies: readonly Tally[], items: readonly Portion[], scales: Scales): readonly Portion[] {
  const taxed: Taxed[] = [];
  const portions: Portion[] = [];
  for (const tally of inTaxOrder(tallies, scales)) {
    if (isTaxing(tally)) {
      leaveOutItems(tally, items, scales);
      for (const other of taxed) leaveOutExcess(tally, other, scales);
    }
    const aboves = countTotal(tally, scales);
    if (isTaxing(tally)) taxed.push({ tally, amount: taxedOf(tally, tallies) });
    taxAbove(tally, aboves, tallies, scales, portions);
    taxWithin(tally, aboves, scales, portions);
  }
  return portions;
}

/** What is taxed of an excess: all of it, save what another rule forbids to leave at all. */
export function taxedOf({ law: { rule }, over }: Tally, tallies: readonly Tally[]): number {
  if (rule.over.kind !== 'tax-excess' || rule.over.upTo === undefined) return over;
  const { upTo } = rule.over;
  return Math.max(0, over - (tallies.find(({ law }) => law.rule.id === upTo)?.over ?? 0));
}

/** Adds the portions that an excess is taxed by. Of a table with two bases the rule's own is meant: value or weight. */
function taxAbove(tally: Tally, aboves: readonly Above[], tallies: readonly Tally[], scales: Scales, portions: Portion[]): void {
  if (aboves.length === 0 || !isTaxing(tally)) return;
  const { rule, measure } = tally.law;
  const bases = new Map<DutyTable, DutyTable>();
  let left = taxedOf(tally, tallies);
  for (const { measured, amount } of aboves) {
    const table = taxingTable(tally.law, measured.part, scales);
    const taxed = Math.min(left, amount);
    left -= taxed;
    if (taxed === 0 || table === undefined) continue;
    const basis = bases.get(table) ?? onBasis(table, measure.kind);
    bases.set(table, basis);
    portions.push(portionOf(rule.id, basis, measured.line, asMeasured(tally, measured, table), taxed, measured.whole));
  }
}

function onBasis(table: DutyTable, measure: string): DutyTable {
  if (table.kind !== 'larger-of') return table;
  const { kind, permille, minorPerKg, started, ...common } = table;
  return measure === 'weight'
    ? { ...common, kind: 'per-kg', minorPerKg, ...(started === undefined ? {} : { started }) }
    : { ...common, kind: 'flat', permille };
}

/** A value that the rule has measured in the table's currency is not converted a second time, line by line. */
function asMeasured({ law: { measure } }: Tally, { line, whole }: Above['measured'], table: DutyTable): Good {
  const isSame =
    measure.kind === 'value' &&
    measure.basis === 'paid' &&
    measure.currency === table.currency &&
    table.deemed === undefined &&
    line.values?.customs === undefined;
  if (!isSame) return line;
  const goods = copyOf(line);
  goods.valueMinor = whole;
  goods.currency = table.currency;
  return goods;
}

/** Goods within a total that are taxed all the same: what is not above. */
function taxWithin(tally: Tally, aboves: readonly Above[], scales: Scales, portions: Portion[]): void {
  const { rule } = tally.law;
  const table = rule.within === undefined ? undefined : scales.tableOf(rule.within);
  if (table === undefined) return;
  const over = new Map(aboves.map(({ measured, amount }) => [measured, amount]));
  for (const measured of tally.goods) {
    const free = measured.amount - (over.get(measured) ?? 0);
    if (free > 0)
      portions.push(portionOf(rule.id, table, measured.line, asMeasured(tally, measured, table), free, measured.whole));
  }
}

const portionOf = (rule: string, table: DutyTable, line: Good, goods: Good, numerator: number, denominator: number): Portion => ({
  rule,
  table,
  line,
  goods,
  times: 1,
  numerator,
  denominator,
});
