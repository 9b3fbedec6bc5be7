import { z } from 'zod';
import { findAct } from '#db/stores/acts.ts';
import { endFirstLink, hasAdministrator, isFirstLink, saveFirstLink } from '#db/stores/staff.ts';
import { digestOf } from '#lib/act/act.ts';
import { refusal } from '#lib/act/refusal.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import { base64url } from '#lib/staff/browser-proof.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type AddedPerson, addPerson, Login, Password, PersonName } from './parts/add-person.ts';
import type { Answer } from './perform.ts';

export const AddFirstAdministrator = z.strictObject({
  id: z.uuid(),
  /** From the link that the server printed. */
  token: z.string().min(20).max(100),
  name: PersonName,
  login: Login,
  password: Password,
});

const hashOf = (token: string) => digestOf(`first-link|${token}`);

/** Ends the link of the last start and, while nobody runs the market, makes the one of this. @returns its token. @throws Forbidden. */
export async function makeFirstLink(context: Context): Promise<string | undefined> {
  mayOrThrow(context.actor, 'run-market');
  const token = base64url(context.randomBytes(32));
  return context.transact(async (tx) => {
    await endFirstLink(tx, context.now);
    if (await hasAdministrator(tx)) return undefined;
    await saveFirstLink(tx, hashOf(token), context.now);
    return token;
  });
}

/** Somebody has to be first: whoever reads what the server prints is as good as the machine's owner. The link is good once. */
export async function addFirstAdministrator(
  context: Omit<Context, 'actor'>,
  { token, ...person }: z.infer<typeof AddFirstAdministrator>,
): Promise<Answer<AddedPerson>> {
  const tokenHash = hashOf(token);
  const unknown = refusal('first-link-over');
  // Asked before the password is hashed too: hashing is slow, and this door is open to anybody.
  const known = await context.read(
    async (tx) => (await isFirstLink(tx, tokenHash)) || (await findAct(tx, person.id)) !== undefined,
  );
  if (!known) return { status: 'refused', refusals: [unknown] };
  return addPerson(
    { ...context, actor: MACHINE },
    'add-first-administrator',
    { ...person, role: 'administrator' },
    async (tx) => {
      if (!(await isFirstLink(tx, tokenHash)) || (await hasAdministrator(tx))) return unknown;
      await endFirstLink(tx, context.now);
      return undefined;
    },
  );
}
