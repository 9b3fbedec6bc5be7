import { decimalOf, exponentOf } from '#lib/money/money.ts';
import { divideHalfEven, timesOver } from '#lib/money/rounding.ts';
import type { DutyStep } from './decision.ts';
import type { DutyTable, LawPack } from './pack.ts';
import type { Tally } from './tally.ts';
import type { TaxedItems } from './tax-items.ts';

/** What is taxed of an excess: all of it, save what another rule forbids to leave at all. */
export function taxedOf({ law: { rule }, over }: Tally, tallies: readonly Tally[]): number {
  if (rule.over.kind !== 'tax-excess' || rule.over.upTo === undefined) return over;
  const { upTo } = rule.over;
  return Math.max(0, over - (tallies.find(({ law }) => law.rule.id === upTo)?.over ?? 0));
}

/** Duty on amounts above a limit. A table with two bases is asked once for all rules that name it, and the larger counts. */
export function excessDuties(pack: LawPack, tallies: readonly Tally[]): readonly DutyStep[] {
  return pack.dutyTables.flatMap((table) => {
    const steps = tallies.flatMap((tally) => {
      const { over, id } = tally.law.rule;
      if ((over.kind !== 'tax-excess' && over.kind !== 'tax-all') || over.duty !== table.id || tally.law.forbids) return [];
      const step = stepOf(table, tally, taxedOf(tally, tallies));
      return step && step.minor > 0
        ? { rule: id, ...step, currency: table.currency, lines: tally.goods.map(({ line }) => line.id) }
        : [];
    });
    return table.kind === 'larger-of' ? largest(steps) : steps;
  });
}

/**
 * Items taxed whole, one step per rule and rate. The sum is rounded half to even once, and each step has what its basis adds to
 * the rounded sum: so the steps add up, and more goods never owe less.
 */
export function itemDuties(taxed: readonly TaxedItems[]): readonly DutyStep[] {
  const steps = new Map<string, { rule: string; permille: number; value: number; currency: string; lines: Set<string> }>();
  for (const { rule, line, permille, valueMinor, currency } of taxed) {
    const key = `${rule}|${permille}`;
    const step = steps.get(key) ?? { rule, permille, value: 0, currency, lines: new Set<string>() };
    step.value += valueMinor;
    step.lines.add(line.id);
    steps.set(key, step);
  }
  let thousandths = 0n;
  let before = 0;
  return [...steps.values()]
    .sort((a, b) => (a.rule === b.rule ? a.permille - b.permille : a.rule < b.rule ? -1 : 1))
    .map(({ rule, permille, value, currency, lines }) => {
      thousandths += BigInt(value) * BigInt(permille);
      const sum = Number(divideHalfEven(thousandths, 1000n));
      const minor = sum - before;
      before = sum;
      return { rule, basis: money(value, currency), rate: percent(permille), minor, currency, lines: [...lines] };
    });
}

/** Half to even, once per rule; to the gram and the millilitre. */
function stepOf(table: DutyTable, { law }: Tally, taxed: number): Pick<DutyStep, 'basis' | 'rate' | 'minor'> | undefined {
  const { kind } = law.rule.measure;
  if (kind === 'value' && 'permille' in table) {
    return { basis: money(taxed, law.unit), rate: percent(table.permille), minor: timesOver(taxed, table.permille, 1000) };
  }
  if (kind === 'weight' && 'minorPerKg' in table) {
    return {
      basis: `${decimalOf(taxed, 3)} kg`,
      rate: `${money(table.minorPerKg, table.currency)}/kg`,
      minor: timesOver(taxed, table.minorPerKg, 1000),
    };
  }
  if (kind === 'volume' && 'minorPerLitre' in table) {
    const rate = `${money(table.minorPerLitre, table.currency)}/l`;
    return { basis: `${decimalOf(taxed, 3)} l`, rate, minor: timesOver(taxed, table.minorPerLitre, 1000) };
  }
  return undefined;
}

const largest = (steps: readonly DutyStep[]): DutyStep[] => {
  const most = steps.reduce<DutyStep | undefined>((best, step) => (best && best.minor >= step.minor ? best : step), undefined);
  return most ? [most] : [];
};

const money = (minor: number, currency: string): string => `${decimalOf(minor, exponentOf(currency))} ${currency}`;

const percent = (permille: number): string => `${permille % 10 === 0 ? permille / 10 : decimalOf(permille, 1)} %`;
