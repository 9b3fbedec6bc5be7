import type { Good } from './good.ts';
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
  return inTaxOrder(tallies, scales).flatMap((tally) => {
    if (isTaxing(tally)) {
      leaveOutItems(tally, items, scales);
      for (const other of taxed) leaveOutExcess(tally, other, scales);
    }
    const aboves = countTotal(tally, scales);
    if (isTaxing(tally)) taxed.push({ tally, amount: taxedOf(tally, tallies) });
    return [...taxedAbove(tally, aboves, tallies, scales), ...taxedWithin(tally, aboves, scales)];
  });
}

/** What is taxed of an excess: all of it, save what another rule forbids to leave at all. */
export function taxedOf({ law: { rule }, over }: Tally, tallies: readonly Tally[]): number {
  if (rule.over.kind !== 'tax-excess' || rule.over.upTo === undefined) return over;
  const { upTo } = rule.over;
  return Math.max(0, over - (tallies.find(({ law }) => law.rule.id === upTo)?.over ?? 0));
}

/** The portions that an excess is taxed by. Of a table with two bases the rule's own is meant: value or weight. */
function taxedAbove(tally: Tally, aboves: readonly Above[], tallies: readonly Tally[], scales: Scales): readonly Portion[] {
  if (aboves.length === 0 || !isTaxing(tally)) return [];
  const { rule, measure } = tally.law;
  let left = taxedOf(tally, tallies);
  return aboves.flatMap(({ measured, amount }) => {
    const table = taxingTable(tally.law, measured.part, scales);
    const taxed = Math.min(left, amount);
    left -= taxed;
    if (taxed === 0 || table === undefined) return [];
    return {
      rule: rule.id,
      table: onBasis(table, measure.kind),
      line: measured.line,
      goods: asMeasured(tally, measured, table),
      times: 1,
      numerator: taxed,
      denominator: measured.whole,
    };
  });
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
  return isSame ? { ...line, valueMinor: whole, currency: table.currency } : line;
}

/** Goods within a total that are taxed all the same: what is not above. */
function taxedWithin(tally: Tally, aboves: readonly Above[], scales: Scales): readonly Portion[] {
  const { rule } = tally.law;
  const table = rule.within === undefined ? undefined : scales.tableOf(rule.within);
  if (table === undefined) return [];
  return tally.goods.flatMap((measured) => {
    const over = aboves.find((each) => each.measured === measured)?.amount ?? 0;
    const free = measured.amount - over;
    if (free === 0) return [];
    const goods = asMeasured(tally, measured, table);
    return { rule: rule.id, table, line: measured.line, goods, times: 1, numerator: free, denominator: measured.whole };
  });
}
