import { dayIn } from '#lib/calendar/zone.ts';
import { excessOf, planOf } from './booking.ts';
import { conditionsOf } from './conditions.ts';
import type { Decision, Facts } from './decision.ts';
import { goodsOf } from './good.ts';
import { limitRow } from './limit-row.ts';
import { forbiddenBy, neededBy } from './named-lines.ts';
import { narrow } from './narrowing.ts';
import type { LawPack } from './pack.ts';
import { dutiesOn } from './portion.ts';
import { reasonsOf } from './reasons.ts';
import { rulesBinding, sideOf } from './rules-in-force.ts';
import { scalesOf } from './scales.ts';
import { settled } from './settings.ts';
import { taxedItems } from './single-items.ts';
import { isSplit, isTotal, type Tally, talliesOf, type Unrated } from './tally.ts';
import { taxTotals } from './tax-excess.ts';
import { splitItems } from './tax-items.ts';
import { linkVersions } from './version.ts';
import { wrongWayOut } from './way-out.ts';

/** Raised by any commit after which the same facts give other bytes. */
export const ENGINE = 7;

/**
 * What the law says of these goods of one traveller on leaving by one side. Pure and total: any basket gets an answer, and the
 * same facts the same bytes. Amounts are whole numbers below 1e12. @throws RangeError for a side that the pack does not have.
 */
export function decide(unsettled: LawPack, facts: Facts): Decision {
  const { pack, values } = settled(unsettled, facts.settings);
  const goods = goodsOf(pack, facts.lines);
  const side = sideOf(pack, facts.exitSide);
  const scales = scalesOf(pack, facts, side);
  const unrated: Unrated[] = [];
  const tallies = rulesBinding(pack, facts).flatMap((law) => talliesOf(law, facts, goods, scales, side.zone, unrated));

  linkVersions(tallies);
  narrow(tallies, facts, side, scales);
  const items = splitItems(tallies.filter(isSplit), scales);
  const single = taxedItems(tallies, scales);
  const totals = taxTotals(tallies.filter(isTotal), [...items.taxed, ...single], scales);
  const { steps: dutySteps, waived } = dutiesOn([...items.taxed, ...items.free, ...single, ...totals], scales);
  const dutyMinor = dutySteps.reduce((sum, { minor }) => sum + minor, 0);

  const wayOut = wrongWayOut(pack, facts);
  const forbidden = [...unrated.map(({ line, rule }) => ({ line: line.id, rule })), ...tallies.flatMap(forbiddenBy)];
  const needs = tallies.flatMap((tally) => neededBy(tally, facts));
  const isForbidden = forbidden.length > 0 || wayOut !== undefined || tallies.some(({ law, over }) => law.forbids && over > 0);

  return {
    engine: ENGINE,
    pack: `${pack.id}@${pack.version}`,
    exitSide: facts.exitSide,
    at: facts.at,
    day: dayIn(side.zone, facts.at),
    outcome: isForbidden ? 'forbidden' : needs.length > 0 ? 'needs-document' : dutyMinor > 0 ? 'duty' : 'free',
    limits: tallies.map(limitRow),
    plan: planOf(tallies, facts.at, side.zone),
    excess: excessOf(tallies),
    duty: dutyMinor > 0 ? { minor: dutyMinor, currency: side.dutyCurrency } : null,
    dutySteps,
    forbidden,
    needs,
    conditions: conditionsOf(tallies.filter(isUsed), facts, side, scales),
    reasons: reasonsOf({ tallies, unrated, needs, wayOut, waived, items, age: facts.traveller.age, currency: side.dutyCurrency }),
    rates: scales.ratesUsed(),
    settings: values,
  };
}

/** Its allowance is made use of; a rule on single items has no account, but lets items through. */
const isUsed = ({ plan, law, goods, barred }: Tally): boolean =>
  plan > 0 || (law.rule.period.kind === 'item' && goods.some(({ line }) => !barred.has(line)));
