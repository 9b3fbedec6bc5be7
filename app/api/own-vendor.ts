import type { Context } from '#lib/operations/context.ts';
import { NotYours } from '#lib/staff/actor.ts';

/** The vendor whose shop the caller runs. @throws NotYours. */
export function ownVendor({ actor }: Context): string {
  if (actor.vendor === null) throw new NotYours();
  return actor.vendor;
}
