import { addDays } from '#lib/calendar/day.ts';
import { type Day, dayIn, type Zone } from '#lib/calendar/zone.ts';
import type { TravellerFacts } from './decision.ts';
import type { Rule } from './pack.ts';

/** Does the rule bind this traveller: by where they are from, their age, how long and how often they were away, what else they are. */
export function binds({ who }: Rule, traveller: TravellerFacts, zone: Zone, day: Day): boolean {
  if (!who) return true;
  const { nationality, residence, age, classes = [], daysAbroad = 0 } = traveller;
  return (
    listed(who.nationalities, nationality) &&
    listed(who.residences, residence) &&
    isIn(who.age, age) &&
    isIn(who.daysAbroad, daysAbroad) &&
    (who.classes?.include?.some((each) => classes.includes(each)) ?? true) &&
    !who.classes?.exclude?.some((each) => classes.includes(each)) &&
    (who.crossings === undefined || isIn(who.crossings, crossed(who.crossings, traveller, zone, day)))
  );
}

/** How often the traveller crossed in the last days, today among them, this crossing counted. */
function crossed(
  { direction, days }: { readonly direction: 'entry' | 'exit'; readonly days: number },
  { crossings = [] }: TravellerFacts,
  zone: Zone,
  day: Day,
): number {
  const first = addDays(day, 1 - days);
  const before = crossings.filter((each) => {
    const on = dayIn(zone, each.at);
    return each.direction === direction && first <= on && on <= day;
  });
  return before.length + 1;
}

type Countries = NonNullable<NonNullable<Rule['who']>['nationalities']>;

const listed = (countries: Countries | undefined, country: string): boolean =>
  (countries?.include?.includes(country) ?? true) && !countries?.exclude?.includes(country);

type Range = { readonly from?: number | undefined; readonly under?: number | undefined };

const isIn = (range: Range | undefined, value: number): boolean =>
  !range || (value >= (range.from ?? 0) && (range.under === undefined || value < range.under));

/** After an offence there is no allowance for some years. */
export const isExcluded = ({ excludedAfter }: Rule, { offences = [] }: TravellerFacts, day: Day): boolean =>
  excludedAfter?.some(({ offence, years }) =>
    offences.some((each) => each.offence === offence && each.on <= day && day < yearsLater(each.on, years)),
  ) ?? false;

const yearsLater = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
