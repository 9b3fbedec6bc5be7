import { redirect } from 'next/navigation';
import { visitorAt } from '#app/_session/visitor.ts';
import type { Actor } from '#lib/staff/actor.ts';
import type { PersonDoor } from './own-door.ts';

/** Who stands at a door for people: nobody is sent to sign in, and comes back to `here`. */
export async function visitorOrSignIn(door: PersonDoor, here: string): Promise<Actor> {
  const visitor = await visitorAt(door);
  if (visitor === undefined) redirect(`/sign-in?to=${here}`);
  return visitor;
}
