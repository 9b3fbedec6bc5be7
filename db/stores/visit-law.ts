import { inArray } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import { type AccountTerms, accountsOf } from '#lib/law/account-key.ts';
import type { Facts, TravellerFacts } from '#lib/law/decision.ts';
import type { LawPack, Rule, Side } from '#lib/law/pack.ts';
import { leavesOn } from '#lib/law/period.ts';
import { rateDayOf } from '#lib/law/purse.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';
import { settled } from '#lib/law/settings.ts';
import type { Tx } from '../engine/engine.ts';
import { keptList } from '../engine/kept-query.ts';
import { account } from '../schema/allowance.ts';
import { holdsOf, idOf, leftWindow, type Standing } from './accounts.ts';
import { savedRulesOf } from './allowance-choices.ts';
import { type OutsideRow, outsideEntriesOf, standingAmong } from './corrections.ts';
import { crossingsOf } from './crossings.ts';
import { type ComingBack, goodsOfVisit } from './goods.ts';
import { leasedGoods } from './leases.ts';
import { type PackInForce, packInForce, settingsOf } from './market.ts';
import { type Person, personOf } from './persons.ts';
import { lawRatesOn } from './rates.ts';
import { partyOf } from './travellers.ts';
import type { VisitRow } from './visits.ts';

const standings = keptList([], (tx, ids) =>
  tx.select({ id: account.id, posted: account.posted, held: account.held }).from(account).where(inArray(account.id, ids)),
);

/** All that a decision about a visit is made from, but for the lines of a basket that is not sold yet, and what its plan replaces. */
export type VisitLaw = PackInForce & { readonly facts: Facts; readonly standing: Standing };

/** What the pass says of them. */
type Shown = { readonly nationality: string; readonly residence: string; readonly category?: string };

/**
 * Loads the law, the rates, the goods and what the holder's other visits have used.
 * @param exitSide the side they walk out to; `now` is the planned instant of the exit.
 * @param besides the basket whose goods are decided now: what is held for it does not count twice.
 * @param coming goods that the basket would be exchanged for.
 */
export async function visitLaw(
  tx: Tx,
  visit: VisitRow,
  shown: Shown,
  exitSide: string,
  now: string,
  besides?: string,
  coming?: ComingBack,
): Promise<VisitLaw> {
  const inForce = await packInForce(tx, now, exitSide);
  const side = sideOf(inForce.pack, exitSide);
  const today = dayIn(side.zone, now);
  const settings = await settingsOf(tx, today);
  const had = (await goodsOfVisit(tx, visit.id, coming)).map(({ source, stall, names, quantityMilli, ...line }) => line);
  const lines = [...had, ...(await leasedGoods(tx, visit.id, besides))];
  const person = await personOf(tx, visit.traveller);
  const traveller = await travellerFacts(tx, visit, shown, person, rulesOf(inForce.pack, exitSide));
  const crossing = { exitSide, at: now, enteredAt: visit.enteredAt, traveller, settings };
  const declines = await savedRulesOf(tx, visit.id);
  const held = await holdsOf(tx, visit.id);
  return {
    ...inForce,
    standing: { holder: person.holder, held },
    facts: {
      ...crossing,
      entrySide: visit.side,
      traveller,
      lines,
      used: await usedByOthers(tx, { visit, person, held }, accountsOf(inForce.pack, { ...crossing, lines })),
      rates: await ratesFor(tx, sideOf(settled(inForce.pack, settings).pack, exitSide), { ...crossing, lines }),
      ...(declines.length > 0 ? { declines } : {}),
    },
  };
}

/** The newest official rates on each day whose rate the law may ask for: today's, for goods that lie in a basket yet, and the days of the lines. */
async function ratesFor(tx: Tx, side: Side, facts: Pick<Facts, 'at' | 'enteredAt' | 'lines'>): Promise<Facts['rates']> {
  const days = new Set([{}, ...facts.lines].map((line) => rateDayOf(side, facts, line)));
  const found = new Map<string, Facts['rates'][number]>();
  for (const day of [...days].sort())
    for (const rate of await lawRatesOn(tx, day)) found.set(`${rate.base}/${rate.quote} ${rate.date}`, rate);
  return [...found.values()];
}

const rulesOf = ({ rules }: LawPack, side: string): readonly Rule[] => rules.filter((rule) => rule.side === side);

/** Few laws ask how often somebody crossed, or with whom they came: the others need not load it. */
async function travellerFacts(
  tx: Tx,
  visit: VisitRow,
  shown: Shown,
  { members }: Person,
  rules: readonly Rule[],
): Promise<TravellerFacts> {
  const { nationality, residence, category = 'visitor' } = shown;
  const looksBack = rules.some(({ who, measure }) => who?.crossings !== undefined || measure.kind === 'days');
  const pools = rules.some(({ holder }) => holder?.kind === 'party');
  const party = pools ? await partyOf(tx, visit.traveller) : undefined;
  return {
    nationality,
    residence,
    age: visit.ageYears,
    ...(rules.some(({ who }) => who?.classes !== undefined) ? { classes: [category] } : {}),
    ...(looksBack ? { crossings: await crossingsOf(tx, members, visit.id) } : {}),
    ...(party === undefined ? {} : { party }),
  };
}

/** What the holders of these accounts used in other visits: posted and held, less what a rolling window has let go. */
async function usedByOthers(
  tx: Tx,
  { visit, person: { holder, members }, held: own }: { visit: VisitRow; person: Person; held: Standing['held'] },
  touched: readonly AccountTerms[],
): Promise<Record<string, number>> {
  const used: Record<string, number> = {};
  const lasting = new Map(
    touched.flatMap((each) => (each.period === 'visit' ? [] : [[idOf(each, holder, visit.id), each] as const])),
  );
  if (lasting.size === 0) return used;
  const rows = await standings(tx, [...lasting.keys()], {});
  for (const { id, posted, held } of rows) {
    const terms = lasting.get(id) as AccountTerms;
    const gone = terms.rollingOn === undefined ? 0 : await leftWindow(tx, id, terms.rollingOn);
    used[terms.account] = posted + held - (own.get(id) ?? 0) - gone;
  }
  for (const row of standingAmong(await outsideEntriesOf(tx, members))) {
    const terms = touched.find(({ rule, period }) => rule === row.rule && period === row.period);
    if (terms !== undefined && !hasLeft(row, terms)) used[terms.account] = (used[terms.account] ?? 0) + row.amount;
  }
  return used;
}

/** What happened elsewhere leaves a rolling window like anything else. */
function hasLeft({ happenedAt }: OutsideRow, { period, rollingOn }: AccountTerms): boolean {
  const left = happenedAt === null ? undefined : leavesOn(period, happenedAt.slice(0, 10));
  return rollingOn !== undefined && left !== undefined && left <= rollingOn;
}
