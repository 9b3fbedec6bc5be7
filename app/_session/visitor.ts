import { cookies, headers } from 'next/headers';
import type { Actor } from '#lib/staff/actor.ts';
import { theSerai } from '../serai.ts';
import { actorOf } from './actor.ts';

/** Who stands before a page, in a server component; nobody if not signed in or enrolled. */
export async function visitorAt(door: 'office' | 'shop' | 'kiosk' | 'gate' | 'till'): Promise<Actor | undefined> {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const authorization = (await headers()).get('authorization') ?? undefined;
  return (await actorOf(theSerai(), { authorization, cookies: jar, door }))?.actor;
}
