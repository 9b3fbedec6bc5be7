import type { Good } from './good.ts';
import { type Portion, wholePortion } from './portion.ts';
import type { Scales } from './scales.ts';
import { bar, type Tally } from './tally.ts';
import { taxingTable } from './taxing-table.ts';
import { unitRunsOf } from './units.ts';

/** A rule on single items: which lines hold an item above the limit. */
export function barItems(tally: Tally): void {
  const room = tally.law.limit;
  const above: Good[] = [];
  for (const { line, amount } of tally.goods) {
    if (amount <= room && tally.law.without === undefined) continue;
    tally.over += amount * Math.max(1, line.units);
    above.push(line);
  }
  if (above.length > 0) bar(tally, above);
}

/** Items above a rule's limit for one item, each taxed whole by the first such rule. */
export function taxedItems(tallies: readonly Tally[], scales: Scales): readonly Portion[] {
  const taxed = new Set<Good>();
  return tallies.flatMap(({ law, goods, barred }) => {
    if (law.rule.period.kind !== 'item' || law.rule.over.kind !== 'tax-item-whole') return [];
    return goods.flatMap(({ line, part }) => {
      const table = taxingTable(law, part, scales);
      if (table === undefined || !barred.has(line) || taxed.has(line)) return [];
      taxed.add(line);
      return unitRunsOf(line).map(({ count, unit }) => wholePortion(law.rule.id, table, line, unit, count));
    });
  });
}
