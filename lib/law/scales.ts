import { addDays } from '#lib/calendar/day.ts';
import { type Day, dayIn } from '#lib/calendar/zone.ts';
import { convertAlong, pathBetween, type Rate } from '#lib/money/rate.ts';
import { timesOver } from '#lib/money/rounding.ts';
import type { FactLine, Facts } from './decision.ts';
import { dutyGroupOf, meaningOf } from './goods.ts';
import type { DeemedValues, DutyTable, Goods, LawPack, Side, ValueBasis } from './pack.ts';

/** How goods are valued and taxed under one pack at one exit. */
export type Scales = {
  readonly pack: LawPack;
  /** Minor units; undefined where no law rate leads to the currency. */
  readonly valueIn: (line: FactLine, currency: string, basis?: ValueBasis, deemed?: string) => number | undefined;
  /** What the goods would owe whole, in thousandths of a minor unit of the table's currency; undefined without a rate. */
  readonly dutyOn: (table: DutyTable, line: FactLine) => number | undefined;
  /** Thousandths of the value by which this table taxes these goods; 0 for a table that does not look at the value. */
  readonly permilleOf: (table: DutyTable, line: FactLine) => number;
  readonly tableOf: (id: string) => DutyTable | undefined;
  /** Whether lines are meant by each of these goods. */
  readonly meaning: (goods: readonly Goods[]) => (line: FactLine) => boolean;
  /** The rates that were used, in the order of their use. */
  readonly ratesUsed: () => readonly Rate[];
};

export function scalesOf(pack: LawPack, facts: Facts, side: Side): Scales {
  const tables = new Map(pack.dutyTables.map((table) => [table.id, table]));
  const purse = purseOf(facts, side);
  const tableOf = (id: string) => tables.get(id);

  const valueIn: Scales['valueIn'] = (line, currency, basis = 'paid', deemed) => {
    if (basis === 'deemed') {
      const list = pack.deemedValues.find(({ id }) => id === deemed);
      return list ? deemedIn(list, line, currency) : purse(line, line.valueMinor, currency);
    }
    return purse(line, basis === 'paid' ? line.valueMinor : (line.values?.[basis] ?? line.valueMinor), currency);
  };

  function deemedIn(list: DeemedValues, line: FactLine, currency: string): number | undefined {
    const paid = purse(line, line.valueMinor, list.currency);
    const item = list.items.find(({ goods }) => meaningOf(pack, goods).isMeant(line));
    if (paid === undefined || item === undefined) return purse(line, line.valueMinor, currency);
    const deemed = timesOver(amountBy(item.of, line), item.minor, item.per);
    const real = list.realPrice;
    const isFar = real !== undefined && (paid * 1000 >= deemed * real.fromPermille || paid * 1000 <= deemed * real.upToPermille);
    return isFar ? purse(line, line.valueMinor, currency) : purse({ ...line, currency: list.currency }, deemed, currency);
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

  /** Goods of a category that the table does not know pay what is said for all others, else its highest rate. */
  const permilleOf: Scales['permilleOf'] = (table, line) => {
    if (table.kind === 'sum')
      return table.tables.reduce((sum, id) => sum + (tables.has(id) ? permilleOf(tables.get(id) as DutyTable, line) : 0), 0);
    if (table.kind !== 'by-group') return 'permille' in table ? table.permille : 0;
    const exception = table.exceptions?.find(({ goods }) => meaning([goods])(line));
    const group = exception?.group ?? dutyGroupOf(pack, line.category, table.id) ?? table.otherwise;
    return (group === undefined ? undefined : table.groups[group]) ?? Math.max(...Object.values(table.groups));
  };

  const meaning: Scales['meaning'] = (goods) => {
    const each = goods.map((one) => {
      const { isMeant } = meaningOf(pack, one);
      return one.unitValue === undefined ? isMeant : (line: FactLine) => isMeant(line) && hasUnitValue(one, line);
    });
    const [only] = each;
    return each.length === 1 && only ? only : (line) => each.every((means) => means(line));
  };

  function hasUnitValue({ unitValue }: Goods, line: FactLine): boolean {
    if (unitValue === undefined) return true;
    const value = valueIn(line, unitValue.currency);
    const { of = 'units', fromMinor = 0, underMinor = Number.POSITIVE_INFINITY } = unitValue;
    const amount = of === 'units' ? Math.max(1, line.units) : amountBy(of, line);
    return value !== undefined && amount > 0 && value >= fromMinor * amount && value < underMinor * amount;
  }

  return { pack, valueIn, dutyOn, permilleOf, tableOf, meaning, ratesUsed: purse.ratesUsed };
}

const gramsIn = ({ weighedG, weightG }: FactLine, started = false): number => {
  const grams = weighedG ?? weightG;
  return started ? Math.ceil(grams / 1000) * 1000 : grams;
};

/** An amount of a line by which quantities are counted. */
export const amountBy = (of: 'units' | 'pieces' | 'weight' | 'volume', line: FactLine): number =>
  of === 'weight' ? (line.netWeightG ?? line.weightG) : of === 'volume' ? line.volumeMl : line[of];

type Purse = ((line: FactLine, minor: number, to: string) => number | undefined) & { readonly ratesUsed: () => readonly Rate[] };

/** Converts at the rate of the day that the side's law names; later rates are not yet known then. */
function purseOf(facts: Facts, side: Side): Purse {
  const paths = new Map<string, readonly Rate[] | undefined>();
  const known = new Map<Day, readonly Rate[]>();
  const ratesOf = (day: Day): readonly Rate[] => {
    const before = known.get(day) ?? facts.rates.filter(({ date }) => date <= day);
    known.set(day, before);
    return before;
  };
  let last: { from: string; to: string; day: Day; path: readonly Rate[] | undefined } | undefined;
  const purse = (line: FactLine, minor: number, to: string): number | undefined => {
    const { currency } = line;
    if (currency === to) return minor;
    const day = rateDayOf(side, facts, line);
    if (last?.from !== currency || last.to !== to || last.day !== day)
      last = { from: currency, to, day, path: pathFor(currency, to, day) };
    return last.path && convertAlong(last.path, { minor, currency }, to).minor;
  };
  function pathFor(from: string, to: string, day: Day): readonly Rate[] | undefined {
    const key = `${from}${to}${day}`;
    if (!paths.has(key)) paths.set(key, pathBetween(from, to, ratesOf(day)));
    return paths.get(key);
  }
  return Object.assign(purse, { ratesUsed: () => [...new Set([...paths.values()].flatMap((path) => path ?? []))] });
}

/** The day whose official rate the law of the side takes for a line. */
export function rateDayOf(side: Side, { at, enteredAt }: Pick<Facts, 'at' | 'enteredAt'>, line: Pick<FactLine, 'soldAt'>): Day {
  const exitDay = dayIn(side.zone, at);
  if (side.rateDay === 'sale') return dayIn(side.zone, line.soldAt ?? at);
  if (side.rateDay === 'entry') return dayIn(side.zone, enteredAt ?? at);
  if (side.rateDay === 'first-of-month') return `${exitDay.slice(0, 7)}-01`;
  return side.rateDay === 'exit' ? exitDay : thirdWednesdayBefore(exitDay);
}

/** The central parity that China's customs uses for a month. */
function thirdWednesdayBefore(day: Day): Day {
  const first = `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
  const weekday = new Date(`${first}T00:00:00.000Z`).getUTCDay();
  return addDays(first, ((3 - weekday + 7) % 7) + 14);
}
