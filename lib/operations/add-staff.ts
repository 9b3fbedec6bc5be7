import { z } from 'zod';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { type AddedPerson, addPerson, Login, Password, PersonName } from './parts/add-person.ts';
import type { Answer } from './perform.ts';

const pin = z.string().regex(/^\d{6,8}$/);

export const AddStaff = z.discriminatedUnion('role', [
  z.strictObject({
    id: z.uuid(),
    role: z.enum(['administrator', 'auditor']),
    name: PersonName,
    login: Login,
    password: Password,
  }),
  z.strictObject({
    id: z.uuid(),
    role: z.literal('owner'),
    name: PersonName,
    login: Login,
    password: Password,
    vendor: z.uuid(),
    pin: pin.optional(),
  }),
  z.strictObject({ id: z.uuid(), role: z.literal('officer'), name: PersonName, pin }),
  z.strictObject({ id: z.uuid(), role: z.literal('cashier'), name: PersonName, pin, vendor: z.uuid() }),
]);

export const AddCashier = z.strictObject({ id: z.uuid(), name: PersonName, pin });

/** Gives somebody a place here: a login and password at a desk, a PIN at a device. @throws Forbidden. */
export async function addStaff(context: Context, input: z.infer<typeof AddStaff>): Promise<Answer<AddedPerson>> {
  mayOrThrow(context.actor, 'run-market');
  return addPerson(context, 'add-staff', input);
}

/** A vendor's owner adds a cashier to their own stalls. @throws Forbidden. */
export async function addCashier(context: Context, input: z.infer<typeof AddCashier>): Promise<Answer<AddedPerson>> {
  mayOrThrow(context.actor, 'run-shop');
  return addPerson(context, 'add-cashier', { ...input, role: 'cashier', vendor: context.actor.vendor ?? undefined });
}
