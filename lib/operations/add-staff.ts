import { z } from 'zod';
import { findPerson, savePerson } from '#db/stores/staff.ts';
import { findVendor } from '#db/stores/vendors.ts';
import { refusal } from '#lib/act/refusal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type Answer, perform } from './perform.ts';

const pin = z.string().regex(/^\d{6,8}$/);
const name = z.string().trim().min(2).max(80);

export const AddStaff = z.discriminatedUnion('role', [
  z.strictObject({
    id: z.uuid(),
    role: z.enum(['administrator', 'auditor']),
    name,
    login: z.string().regex(/^[a-z0-9.-]{3,40}$/),
    password: z.string().min(10).max(200),
  }),
  z.strictObject({
    id: z.uuid(),
    role: z.literal('owner'),
    name,
    login: z.string().regex(/^[a-z0-9.-]{3,40}$/),
    password: z.string().min(10).max(200),
    vendor: z.uuid(),
    pin: pin.optional(),
  }),
  z.strictObject({ id: z.uuid(), role: z.literal('officer'), name, pin }),
  z.strictObject({ id: z.uuid(), role: z.literal('cashier'), name, pin, vendor: z.uuid() }),
]);

export const AddCashier = z.strictObject({ id: z.uuid(), name, pin });

type Added = { readonly person: { readonly id: string; readonly name: string; readonly role: string } };
type NewPerson = {
  id: string;
  role: 'administrator' | 'auditor' | 'owner' | 'officer' | 'cashier';
  name: string;
  login?: string | undefined;
  password?: string | undefined;
  vendor?: string | undefined;
  pin?: string | undefined;
};

/** Gives somebody a place here: a login and password at a desk, a PIN at a device. @throws Forbidden. */
export async function addStaff(context: Context, input: z.infer<typeof AddStaff>): Promise<Answer<Added>> {
  mayOrThrow(context.actor, 'run-market');
  return addPerson(context, 'add-staff', input);
}

/** A vendor's owner adds a cashier to their own stalls. @throws Forbidden. */
export async function addCashier(context: Context, input: z.infer<typeof AddCashier>): Promise<Answer<Added>> {
  mayOrThrow(context.actor, 'run-shop');
  return addPerson(context, 'add-cashier', { ...input, role: 'cashier', vendor: context.actor.vendor ?? undefined });
}

async function addPerson(context: Context, kind: string, person: NewPerson): Promise<Answer<Added>> {
  const { password, pin, ...open } = person;
  const passwordHash = password === undefined ? null : await context.hashSecret(password);
  const pinHash = pin === undefined ? null : await context.hashSecret(pin);
  return perform(context, kind, open, async (tx) => {
    if ((await findPerson(tx, { id: open.id })) !== undefined) return { refused: [refusal('id-taken')] };
    if (open.login !== undefined && (await findPerson(tx, { login: open.login })) !== undefined)
      return { refused: [refusal('login-taken', { login: open.login })] };
    if (open.vendor !== undefined && (await findVendor(tx, open.vendor)) === undefined)
      return { refused: [refusal('vendor-unknown')] };
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
    return { body: { person: { id: open.id, name: open.name, role: open.role } }, subject: open.id, facts: { role: open.role } };
  });
}
