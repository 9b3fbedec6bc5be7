import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { findPerson, savePerson } from '#db/stores/staff.ts';
import { findVendor } from '#db/stores/vendors.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { LEAST_PASSWORD, LOGIN } from '#lib/staff/sign-in-rules.ts';
import type { Context } from '../context.ts';
import { type Answer, perform } from '../perform.ts';

export const PersonName = z.string().trim().min(2).max(80);
export const Login = z.string().regex(LOGIN);
export const Password = z.string().min(LEAST_PASSWORD).max(200);

export type AddedPerson = { readonly person: { readonly id: string; readonly name: string; readonly role: string } };
type NewPerson = {
  id: string;
  role: 'administrator' | 'auditor' | 'owner' | 'officer' | 'cashier';
  name: string;
  login?: string | undefined;
  password?: string | undefined;
  vendor?: string | undefined;
  pin?: string | undefined;
};

/** Keeps a person with their secrets hashed. `but` says, within the act, why this may not be done after all. */
export async function addPerson(
  context: Context,
  kind: string,
  person: NewPerson,
  but: (tx: Tx) => Promise<Refusal | undefined> = async () => undefined,
): Promise<Answer<AddedPerson>> {
  const { password, pin, ...open } = person;
  const passwordHash = password === undefined ? null : await context.hashSecret(password);
  const pinHash = pin === undefined ? null : await context.hashSecret(pin);
  return perform(context, kind, open, async (tx) => {
    const refused = await but(tx);
    if (refused !== undefined) return { refused: [refused] };
    if ((await findPerson(tx, { id: open.id })) !== undefined) return { refused: [refusal('id-taken')] };
    if (open.login !== undefined && (await findPerson(tx, { login: open.login })) !== undefined)
      return { refused: [refusal('login-taken', { login: open.login })] };
    const vendor = open.vendor === undefined ? undefined : await findVendor(tx, open.vendor);
    if (open.vendor !== undefined && vendor === undefined) return { refused: [refusal('vendor-unknown')] };
    await savePerson(tx, {
      id: open.id,
      login: open.login ?? null,
      name: open.name,
      role: open.role,
      vendor: open.vendor ?? null,
      passwordHash,
      pinHash,
      recordedAt: context.now,
    });
    const signsIn = [password && 'password', pin && 'pin'].filter(Boolean).join('-and-');
    return {
      body: { person: { id: open.id, name: open.name, role: open.role } },
      subject: open.id,
      // Who it is stands with the person, not in a chain that cannot forget.
      facts: { role: open.role, signsIn, vendor: vendor?.name ?? null },
    };
  });
}
