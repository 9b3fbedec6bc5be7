import { keptBy } from '#db/stores/drawer-records.ts';
import type { Context } from '#lib/operations/context.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import { DRAWER_SIGNS, type DrawerCause } from '#lib/till/drawer.ts';
import type { DrawerLine, TillSessionView } from '#lib/till/till-session.ts';
import { aMarket } from '../support/a-market.ts';
import { aDocument, inside } from '../support/a-visit.ts';
import { TEST_NOW } from '../support/test-now.ts';
import type { Fault } from './fault.ts';
import { type Elsewhere, MoneyDay } from './money-day.ts';
import { type MoneyTill, moneyTills } from './money-market.ts';
import { CURRENCIES, Notes } from './notes.ts';
import { minorOf } from './sold.ts';

const STEPS = 18;
/** A market is opened anew so often, so that the last days cost what the first did. */
const DAYS_OF_A_MARKET = 500;

/** Days at a till, played by a hand that moves notes and coins. */
export const money: Fault = {
  about:
    'days of mixed tenders, change in any currency, refunds, voids, exchanges, cash moves, hand-overs and undone closes: the Z report is what lies in the drawer',
  full: 10_000,
  small: 40,
  async run(size) {
    const tally = { broken: 0, sales: 0, rounded: 0, withoutChange: 0, withoutRounding: 0, handOvers: 0, undone: 0 };
    const faults: string[] = [];
    for (let first = 1; first <= size; first += DAYS_OF_A_MARKET) {
      const market = await aMarket();
      const { day, tills } = await moneyTills(market);
      const elsewhere = tills.map(keepers);
      for (let seed = first; seed < first + DAYS_OF_A_MARKET && seed <= size; seed += 1) {
        market.at(new Date(Date.parse(TEST_NOW) + ((seed - first) % 20) * 60_000).toISOString());
        const which = seed % tills.length;
        const pass = await inside(day, 'CN', aDocument());
        const played = new MoneyDay(tills[which] as MoneyTill, { seed, pass, elsewhere: elsewhere[which] as Elsewhere });
        const z = await play(played).catch((fault: unknown) => String(fault));
        const wrong = typeof z === 'string' ? [z] : wrongIn(z, played);
        if (wrong.length > 0) faults.push(`seed ${seed}: ${wrong[0]}`);
        tally.broken += wrong.length > 0 ? 1 : 0;
        if (typeof z === 'string') continue;
        tally.sales += played.sold.length;
        tally.rounded += played.sold.filter(({ receipt }) => minorOf(receipt.rounding) !== 0).length;
        tally.handOvers += played.handOvers;
        tally.undone += played.undone;
        tally.withoutChange += z.drawer.some((line) => isOff(line, played, -causeOf(line, 'change'))) ? 1 : 0;
        tally.withoutRounding +=
          z.rounding.some(({ amount }) => Number(amount) !== 0) &&
          z.drawer.some((line) => isOff(line, played, roundingOf(z, line)))
            ? 1
            : 0;
      }
      for (const [which, at] of tills.entries()) {
        const wrong = await wrongElsewhere(market.serai.engine.read, at, elsewhere[which] as Elsewhere);
        tally.broken += wrong.length;
        faults.push(...wrong);
      }
      await market.close();
    }
    const found = faults.length === 0 ? '' : `; ${faults.slice(0, 5).join('; ')}`;
    return {
      said: `${size} days of ${STEPS} steps, ${tally.sales} sales (${tally.rounded} rounded), ${tally.handOvers} hand-overs, ${tally.undone} closes undone: ${tally.broken} not to the minor unit; control: change forgotten is wrong on ${tally.withoutChange} days, rounding ignored on ${tally.withoutRounding}${found}`,
      broken: tally.broken,
      control: Math.min(tally.withoutChange, tally.withoutRounding),
    };
  },
};

async function play(day: MoneyDay): Promise<TillSessionView> {
  await day.open();
  for (let step = 0; step < STEPS; step += 1) await day.step();
  return day.close();
}

const keepers = (): Elsewhere => ({
  safe: { stall: new Notes(), market: new Notes() },
  bank: { stall: new Notes(), market: new Notes() },
});

const minor = (text: string | null): number => minorOf({ amount: text ?? '0' });
const causeOf = ({ causes }: DrawerLine, cause: DrawerCause): number => DRAWER_SIGNS[cause] * minor(causes[cause]);

/** Whether a line would not be what lies there, were the till wrong by that much. */
const isOff = (line: DrawerLine, { drawer }: MoneyDay, by: number): boolean =>
  minor(line.expected) + by !== drawer[line.custody].worth(line.currency);

const roundingOf = ({ rounding }: TillSessionView, { custody, currency }: DrawerLine): number =>
  custody === 'stall' ? -minor(rounding.find((each) => each.currency === currency)?.amount ?? null) : 0;

/** Everything on a Z report that is not so. */
function wrongIn(z: TillSessionView, day: MoneyDay): readonly string[] {
  const wrong = [...day.wrong];
  const say = (what: string, is: number, must: number): void => {
    if (is !== must) wrong.push(`${what} is ${is} and must be ${must}`);
  };
  for (const line of z.drawer) {
    const { custody, currency, causes, expected, counted, overShort } = line;
    const name = `${custody} ${currency}`;
    const added = (Object.keys(causes) as DrawerCause[]).reduce((sum, cause) => sum + causeOf(line, cause), 0);
    say(`${name}, added up,`, added, minor(expected));
    say(`${name}, expected,`, minor(expected), day.drawer[custody].worth(currency));
    say(`${name}, over or short,`, minor(overShort), minor(counted) - minor(expected));
    say(`${name}, over or short,`, minor(overShort), day.miscounts.get(name) ?? 0);
  }
  for (const custody of ['stall', 'market'] as const)
    for (const currency of CURRENCIES)
      if (!z.drawer.some((line) => line.custody === custody && line.currency === currency))
        say(`${custody} ${currency}, not on the report,`, 0, day.drawer[custody].worth(currency));
  const standing = day.sold.filter(({ isVoid }) => !isVoid);
  const total = (amounts: readonly { readonly amount: string }[]) => amounts.reduce((sum, each) => sum + minorOf(each), 0);
  say('sales', z.sales, standing.length);
  say('voids', z.voids, day.sold.length - standing.length);
  say(
    'takings',
    total(z.takings),
    standing.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
  );
  say('refunded', total(z.refunded), day.refundedMinor);
  say('rounding', total(z.rounding), day.roundingMinor);
  for (const kind of ['cash', 'card', 'qr'] as const)
    for (const currency of CURRENCIES)
      say(
        `${kind} in ${currency}`,
        total(z.tenders.filter((each) => each.kind === kind && each.amount.currency === currency).map((each) => each.amount)),
        standing
          .flatMap(({ tenders }) => tenders)
          .reduce((sum, each) => sum + (each.kind === kind && each.currency === currency ? each.minor : 0), 0),
      );
  say('hand-overs', z.handOvers.length, day.handOvers);
  say('undone closes', z.undone.length, day.undone);
  return wrong;
}

/** What safes and bank hold is what was brought there. */
async function wrongElsewhere(read: Context['read'], at: MoneyTill, elsewhere: Elsewhere): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const keeper of ['safe', 'bank'] as const)
    for (const custody of ['stall', 'market'] as readonly Custody[]) {
      const kept = await read((tx) => keptBy(tx, keeper, at.till.vendor ?? '', custody));
      for (const currency of CURRENCIES) {
        const must = elsewhere[keeper][custody].worth(currency);
        if ((kept.get(currency) ?? 0) !== must)
          wrong.push(`${keeper} of ${at.till.name}: ${kept.get(currency)} ${currency} and must be ${must}`);
      }
    }
  return wrong;
}
