import { cookies, headers } from 'next/headers';
import type { Actor } from '#lib/staff/actor.ts';
import { theSerai } from '../serai.ts';
import { actorOf } from './actor.ts';

/** Which person stands before a page, in a server component; nobody if not signed in. A device proves itself by its calls, never by asking for a page. */
export async function visitorAt(door: 'office' | 'shop'): Promise<Actor | undefined> {
  const jar = Object.fromEntries((await cookies()).getAll().map(({ name, value }) => [name, value]));
  const authorization = (await headers()).get('authorization') ?? undefined;
  return (await actorOf(theSerai(), { authorization, cookies: jar, door }))?.actor;
}
