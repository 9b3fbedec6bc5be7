import type { Role } from '#lib/staff/actor.ts';

export type PersonDoor = 'office' | 'shop';

const ROLES: Readonly<Record<PersonDoor, readonly Role[]>> = { office: ['administrator', 'auditor'], shop: ['owner'] };

export const mayEnter = (role: Role, door: PersonDoor): boolean => ROLES[door].includes(role);

export const doorOf = (role: Role): PersonDoor | undefined => (['office', 'shop'] as const).find((door) => mayEnter(role, door));

/** A page of our own that was asked for before signing in; anything else is not followed. */
export const askedPlace = (to: string | undefined): string | undefined =>
  to !== undefined && /^\/(office|shop)(\/[a-z-]+)?$/.test(to) ? to : undefined;

/** Where somebody goes after signing in: the page they asked for if it lies behind their own door, else that door. */
export function placeFor(role: Role, to: string | undefined): string | undefined {
  const door = doorOf(role);
  if (door === undefined) return undefined;
  const asked = askedPlace(to);
  return asked?.split('/')[1] === door ? asked : `/${door}`;
}
