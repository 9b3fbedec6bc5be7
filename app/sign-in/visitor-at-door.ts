import { redirect } from 'next/navigation';
import { visitorAt } from '#app/_session/visitor.ts';
import type { Actor } from '#lib/staff/actor.ts';
import { mayEnter, type PersonDoor } from './own-door.ts';

/** Who stands at a door for people: nobody is sent to sign in, and comes back to `here`. */
export async function visitorOrSignIn(door: PersonDoor, here: string): Promise<Actor> {
  const visitor = await visitorAt(door);
  if (visitor === undefined) redirect(`/sign-in?to=${here}`);
  return visitor;
}

/** Whoever may come in by this door; undefined for anybody else. */
export async function guestOf(door: PersonDoor): Promise<Actor | undefined> {
  const visitor = await visitorAt(door);
  return visitor !== undefined && mayEnter(visitor.role, door) ? visitor : undefined;
}
