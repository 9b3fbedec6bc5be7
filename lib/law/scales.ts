import type { Rate } from '#lib/money/rate.ts';
import { timesOver } from '#lib/money/rounding.ts';
import type { Facts } from './decision.ts';
import type { Good } from './good.ts';
import { meaningOf } from './goods.ts';
import type { DeemedValues, DutyTable, Goods, LawPack, Side, ValueBasis } from './pack.ts';
import { highestOf, permillesOf, tablesOf } from './permilles.ts';
import { purseOf } from './purse.ts';

/** How goods are valued and taxed under one pack at one exit. */
export type Scales = {
  readonly pack: LawPack;
  /** Minor units; undefined where no law rate leads to the currency. */
  readonly valueIn: (line: Good, currency: string, basis?: ValueBasis, deemed?: string) => number | undefined;
  /** What the goods would owe whole, in thousandths of a minor unit of the table's currency; undefined without a rate. */
  readonly dutyOn: (table: DutyTable, line: Good) => number | undefined;
  /** Thousandths of the value by which this table taxes these goods; 0 for a table that does not look at the value. */
  readonly permilleOf: (table: DutyTable, line: Good) => number;
  readonly tableOf: (id: string) => DutyTable | undefined;
  /** Whether lines are meant by each of these goods. */
  readonly meaning: (goods: readonly Goods[]) => (line: Good) => boolean;
  /** The rates that were used, in the order of their use. */
  readonly ratesUsed: () => readonly Rate[];
};

export function scalesOf(pack: LawPack, facts: Facts, side: Side): Scales {
  const tables = tablesOf(pack);
  const purse = purseOf(facts, side);
  const permilles = permillesOf(pack);
  const tableOf = (id: string) => tables.get(id);

  const valueIn: Scales['valueIn'] = (line, currency, basis = 'paid', deemed) => {
    if (basis === 'deemed') {
      const list = pack.deemedValues.find(({ id }) => id === deemed);
      return list ? deemedIn(list, line, currency) : purse(line, line.valueMinor, currency);
    }
    return purse(line, basis === 'paid' ? line.valueMinor : (line.values?.[basis] ?? line.valueMinor), currency);
  };

  function deemedIn(list: DeemedValues, line: Good, currency: string): number | undefined {
    const paid = purse(line, line.valueMinor, list.currency);
    const item = list.items.find(({ goods }) => meaningOf(pack, goods).isMeant(line));
    if (paid === undefined || item === undefined) return purse(line, line.valueMinor, currency);
    const deemed = timesOver(amountBy(item.of, line), item.minor, item.per);
    const real = list.realPrice;
    const isFar = real !== undefined && (paid * 1000 >= deemed * real.fromPermille || paid * 1000 <= deemed * real.upToPermille);
    return isFar ? purse(line, line.valueMinor, currency) : purse(line, deemed, currency, list.currency);
  }

  const dutyOn: Scales['dutyOn'] = (table, line) => {
    if (table.kind === 'per-kg') return (line.weighedG ?? line.weightG) * table.minorPerKg;
    if (table.kind === 'per-litre') return line.volumeMl * table.minorPerLitre;
    if (table.kind === 'per-piece') return line.pieces * table.minorPerPiece * 1000;
    if (table.kind === 'sum') {
      let sum = 0;
      for (const id of table.tables) {
        const each = tables.get(id);
        const duty = each === undefined ? 0 : dutyOn(each, line);
        if (duty === undefined) return undefined;
        sum += duty;
      }
      return sum;
    }
    const value = valueIn(line, table.currency, table.deemed === undefined ? 'customs' : 'deemed', table.deemed);
    if (value === undefined) return undefined;
    const duty = value * permilleOf(table, line);
    if (table.kind === 'larger-of') return Math.max(duty, gramsIn(line, table.started) * table.minorPerKg);
    if (table.kind !== 'at-least') return duty;
    return Math.max(
      duty,
      (line.weighedG ?? line.weightG) * (table.minorPerKg ?? 0),
      line.volumeMl * (table.minorPerLitre ?? 0),
      line.pieces * (table.minorPerPiece ?? 0) * 1000,
    );
  };

  const permilleOf: Scales['permilleOf'] = (table, line) => {
    if (table.kind === 'sum')
      return table.tables.reduce((sum, id) => sum + (tables.has(id) ? permilleOf(tables.get(id) as DutyTable, line) : 0), 0);
    if (table.kind !== 'by-group') return 'permille' in table ? table.permille : 0;
    if (table.exceptions !== undefined)
      for (const { goods, group } of table.exceptions) if (isMeantBy(goods, line)) return table.groups[group] ?? highestOf(table);
    return permilles(table, line);
  };

  const isMeantBy = (goods: Goods, line: Good): boolean =>
    meaningOf(pack, goods).isMeant(line) && (goods.unitValue === undefined || hasUnitValue(goods, line));

  const meaning: Scales['meaning'] = (goods) => {
    const [first] = goods;
    if (first === undefined) return () => true;
    const { isMeant } = meaningOf(pack, first);
    const means = first.unitValue === undefined ? isMeant : (line: Good) => isMeant(line) && hasUnitValue(first, line);
    if (goods.length === 1) return means;
    const others = goods.slice(1);
    return (line) => means(line) && others.every((one) => isMeantBy(one, line));
  };

  function hasUnitValue({ unitValue }: Goods, line: Good): boolean {
    if (unitValue === undefined) return true;
    const value = valueIn(line, unitValue.currency);
    const { of = 'units', fromMinor = 0, underMinor = Number.POSITIVE_INFINITY } = unitValue;
    const amount = of === 'units' ? Math.max(1, line.units) : amountBy(of, line);
    return value !== undefined && amount > 0 && value >= fromMinor * amount && value < underMinor * amount;
  }

  return { pack, valueIn, dutyOn, permilleOf, tableOf, meaning, ratesUsed: purse.ratesUsed };
}

const gramsIn = ({ weighedG, weightG }: Good, started = false): number => {
  const grams = weighedG ?? weightG;
  return started ? Math.ceil(grams / 1000) * 1000 : grams;
};

/** An amount of a line by which quantities are counted. */
export const amountBy = (of: 'units' | 'pieces' | 'weight' | 'volume', line: Good): number =>
  of === 'weight' ? (line.netWeightG ?? line.weightG) : of === 'volume' ? line.volumeMl : line[of];
