import { addDays } from '#lib/calendar/day.ts';
import { type Day, dayIn } from '#lib/calendar/zone.ts';
import { type Exchange, exchangeAlong, exchanged, pathBetween, type Rate } from '#lib/money/rate.ts';
import { timesOver } from '#lib/money/rounding.ts';
import type { Facts } from './decision.ts';
import type { Good } from './good.ts';
import { dutyGroupOf, meaningOf } from './goods.ts';
import type { DeemedValues, DutyTable, Goods, LawPack, Side, ValueBasis } from './pack.ts';

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
      for (const { goods, group } of table.exceptions)
        if (isMeantBy(goods, line)) return table.groups[group] ?? highestOf(table);
    return permilleBySort(pack, table, line);
  };

  const isMeantBy = (goods: Goods, line: Good): boolean =>
    meaningOf(pack, goods).isMeant(line) && (goods.unitValue === undefined || hasUnitValue(goods, line));

  const meaning: Scales['meaning'] = (goods) => {
    const [first, ...others] = goods;
    if (first === undefined) return () => true;
    const { isMeant } = meaningOf(pack, first);
    const means = first.unitValue === undefined ? isMeant : (line: Good) => isMeant(line) && hasUnitValue(first, line);
    return others.length === 0 ? means : (line) => means(line) && others.every((one) => isMeantBy(one, line));
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

type ByGroup = Extract<DutyTable, { kind: 'by-group' }>;

/** Kept per pack and table, by the sort of goods. */
const permilles = new WeakMap<LawPack, Map<ByGroup, (number | undefined)[]>>();

/** Goods of a category that the table does not know pay what is said for all others, else its highest rate. */
function permilleBySort(pack: LawPack, table: ByGroup, { category, sort }: Good): number {
  let ofPack = permilles.get(pack);
  if (ofPack === undefined) permilles.set(pack, (ofPack = new Map()));
  let known = ofPack.get(table);
  if (known === undefined) ofPack.set(table, (known = []));
  const before = known[sort];
  if (before !== undefined) return before;
  while (known.length < sort) known.push(undefined);
  const group = dutyGroupOf(pack, category, table.id) ?? table.otherwise;
  const permille = (group === undefined ? undefined : table.groups[group]) ?? highestOf(table);
  known[sort] = permille;
  return permille;
}

const highestOf = ({ groups }: ByGroup): number => Math.max(...Object.values(groups));

const gramsIn = ({ weighedG, weightG }: Good, started = false): number => {
  const grams = weighedG ?? weightG;
  return started ? Math.ceil(grams / 1000) * 1000 : grams;
};

/** An amount of a line by which quantities are counted. */
export const amountBy = (of: 'units' | 'pieces' | 'weight' | 'volume', line: Good): number =>
  of === 'weight' ? (line.netWeightG ?? line.weightG) : of === 'volume' ? line.volumeMl : line[of];

type Purse = ((line: Good, minor: number, to: string, from?: string) => number | undefined) & { readonly ratesUsed: () => readonly Rate[] };

type Way = {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  readonly path: readonly Rate[] | undefined;
  readonly exchange: Exchange | undefined;
};

/** Converts at the rate of the day that the side's law names; later rates are not yet known then. */
function purseOf(facts: Facts, side: Side): Purse {
  const ways: Way[] = [];
  let ownDay: Day | undefined;
  let last: Way | undefined;
  const dayOf = (line: Good): Day => {
    if (line.soldAt !== undefined && side.rateDay === 'sale') return rateDayOf(side, facts, line);
    ownDay ??= rateDayOf(side, facts, {});
    return ownDay;
  };
  const purse = (line: Good, minor: number, to: string, from: string = line.currency): number | undefined => {
    if (from === to) return minor;
    const day = dayOf(line);
    if (last?.from !== from || last.to !== to || last.day !== day) last = wayFor(from, to, day);
    return last.exchange && exchanged(minor, last.exchange);
  };
  function wayFor(from: string, to: string, day: Day): Way {
    const known = ways.find((way) => way.from === from && way.to === to && way.day === day);
    if (known !== undefined) return known;
    const path = pathBetween(
      from,
      to,
      facts.rates.filter(({ date }) => date <= day),
    );
    const way = { from, to, day, path, exchange: path && exchangeAlong(path, from, to) };
    ways.push(way);
    return way;
  }
  return Object.assign(purse, { ratesUsed: () => [...new Set(ways.flatMap(({ path }) => path ?? []))] });
}

/** The day whose official rate the law of the side takes for a line. */
export function rateDayOf(side: Side, { at, enteredAt }: Pick<Facts, 'at' | 'enteredAt'>, line: Pick<Good, 'soldAt'>): Day {
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
