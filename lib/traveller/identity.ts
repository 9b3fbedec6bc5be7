import { addDays } from '#lib/calendar/day.ts';
import type { Day } from '#lib/calendar/zone.ts';

/** The groups of fields that are sealed; the pack says of each what it is kept for and how long. */
const GROUPS = {
  holder: ['surname', 'givenNames', 'birthDate', 'sex'],
  documentNumber: ['documentNumber'],
} as const;

type Group = keyof typeof GROUPS;
type Field = (typeof GROUPS)[Group][number];

/** What one document says of its holder. A group whose time has passed is gone from it. */
export type Identity = { readonly [field in Field]?: string };
export type Retention = Readonly<Record<Group, { readonly days: number }>>;

/** What of an identity is still kept on a day, and the last day on which all of that is; undefined if nothing is. */
export function stillKept(
  identity: Identity,
  recordedOn: Day,
  day: Day,
  retention: Retention,
): { readonly identity: Identity; readonly retainUntil: Day } | undefined {
  const lastDays = (Object.keys(GROUPS) as Group[])
    .map((group) => ({ fields: GROUPS[group] as readonly Field[], until: addDays(recordedOn, retention[group].days) }))
    .filter(({ fields, until }) => day <= until && fields.some((field) => identity[field] !== undefined));
  const [first] = lastDays.map(({ until }) => until).sort();
  if (first === undefined) return undefined;
  const fields = lastDays.flatMap((group) => group.fields).filter((field) => identity[field] !== undefined);
  return { identity: Object.fromEntries(fields.map((field) => [field, identity[field]])), retainUntil: first };
}
