import { z } from 'zod';
import { auditTrail } from '#db/reads/audit-trail.ts';
import { devices, staff, vendors } from '#db/reads/office.ts';
import { overview } from '#db/reads/overview.ts';
import { passList } from '#db/reads/pass-list.ts';
import { AddFirstAdministrator, addFirstAdministrator } from '#lib/operations/add-first-administrator.ts';
import { AddStaff, addStaff } from '#lib/operations/add-staff.ts';
import { EnrolBrowser, enrolBrowser, giveEnrolmentCode } from '#lib/operations/enrol-browser.ts';
import { AddDevice, addDevice, RevokeDevice, revokeDevice } from '#lib/operations/enrol-device.ts';
import { LicenseVendor, licenseVendor } from '#lib/operations/run-vendors.ts';
import { Reinstate, reinstate, Suspend, suspend } from '#lib/operations/suspend.ts';
import { acted, call, ok } from '../call.ts';
import { refused } from '../problem.ts';
import { Amount, Device, Instant } from '../shapes.ts';

const nullable = z.string().nullable();
const pageQuery = z.strictObject({
  q: z.string().max(80).optional(),
  after: z.uuid().optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .optional(),
});
const limitOf = (limit: string | undefined) => Math.min(Math.max(Number(limit ?? 50), 1), 200);
const count = z.int();
const AddedPerson = z.strictObject({ id: z.string(), name: z.string(), role: z.string() });
const suspended = z.strictObject({ subject: z.string(), suspended: z.boolean() });

const SUBJECTS = [
  { path: 'vendors', kind: 'vendor' },
  { path: 'staff', kind: 'person' },
  { path: 'devices', kind: 'device' },
] as const;

export const OFFICE_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/office/overview',
    summary: 'The market now.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      now: Instant,
      marketDays: z.array(z.strictObject({ side: z.string(), day: z.string(), entries: count })),
      inside: z.array(z.strictObject({ side: z.string(), nationality: z.string(), count })),
      insideTotal: count,
      entriesToday: count,
      exitsToday: z.array(z.strictObject({ state: z.string(), count })),
      sales: z.strictObject({ count, totals: z.array(Amount) }),
      byHour: z.array(z.strictObject({ hour: z.string(), count })),
      stalls: z.array(z.strictObject({ code: z.string(), name: z.string(), side: z.string(), count, total: Amount })),
      stallCount: count,
      allowance: z.array(z.strictObject({ rule: z.string(), accounts: count, used: count, limit: count, nearlySpent: count })),
      refusals: z.array(z.strictObject({ reason: z.string(), count })),
    }),
    run: async ({ read, now }) => ok(await read((tx) => overview(tx, now))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/vendors',
    summary: 'Vendors with their company, stalls and standing.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      vendors: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          licence: z.string(),
          licensedAt: Instant,
          company: z.string(),
          country: z.string(),
          taxId: z.string(),
          suspended: nullable,
          stalls: z.array(z.strictObject({ code: z.string(), name: z.string(), side: z.string() })),
        }),
      ),
    }),
    run: async ({ read }) => ok({ vendors: await read(vendors) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/staff',
    summary: 'Everybody who works here.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      staff: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          role: z.string(),
          login: nullable,
          vendor: nullable,
          recordedAt: Instant,
          suspended: nullable,
        }),
      ),
    }),
    run: async ({ read }) => ok({ staff: await read(staff) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/devices',
    summary: 'Every device, enrolled or not.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      devices: z.array(
        z.strictObject({
          id: z.string(),
          code: z.string(),
          role: z.string(),
          name: z.string(),
          gate: nullable,
          stall: nullable,
          enrolledAt: Instant,
          revokedAt: nullable,
          suspended: nullable,
          enrolled: z.boolean(),
        }),
      ),
    }),
    run: async ({ read }) => ok({ devices: await read(devices) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/passes',
    summary: 'Passes, newest first.',
    action: 'see-office',
    input: pageQuery,
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id: z.string(),
          code: z.string(),
          nationality: z.string(),
          side: z.string(),
          gate: z.string(),
          category: z.string(),
          issuedAt: Instant,
          validUntil: Instant,
          state: z.enum(['issued', 'in-force', 'presented', 'spent', 'expired', 'revoked', 'replaced']),
          revoked: nullable,
        }),
      ),
      next: nullable,
    }),
    run: async ({ read, now }, { limit, ...query }) =>
      ok(await read((tx) => passList(tx, { ...query, limit: limitOf(limit) }, now))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/audit',
    summary: 'The audit trail, newest first.',
    action: 'see-audit',
    input: pageQuery,
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id: z.string(),
          actor: z.string(),
          operator: nullable,
          kind: z.string(),
          subject: z.string(),
          facts: z.record(z.string(), z.unknown()),
          recordedAt: Instant,
          hash: z.string(),
        }),
      ),
      next: nullable,
    }),
    run: async ({ read }, { limit, ...query }) => ok(await read((tx) => auditTrail(tx, { ...query, limit: limitOf(limit) }))),
  }),
  call({
    method: 'POST',
    path: '/api/v1/vendors',
    summary: 'Licenses a company to trade here, with its stalls.',
    action: 'run-market',
    input: LicenseVendor,
    output: z.strictObject({ vendor: z.strictObject({ id: z.string(), name: z.string() }) }),
    run: (context, input) => acted(licenseVendor(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/staff',
    summary: 'Gives somebody a place here.',
    action: 'run-market',
    input: z.strictObject({ person: AddStaff }),
    output: z.strictObject({ person: AddedPerson }),
    run: (context, input) => acted(addStaff(context, input.person)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/first-administrator',
    summary: 'Makes the first administrator, by the link that the server printed at its start.',
    action: 'public',
    input: AddFirstAdministrator,
    output: z.strictObject({ person: AddedPerson }),
    run: (context, input) => acted(addFirstAdministrator(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/devices',
    summary: 'Makes a place for a device.',
    action: 'run-market',
    input: AddDevice,
    output: z.strictObject({ device: Device }),
    run: (context, input) => acted(addDevice(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/devices/{device}/enrolment-codes',
    summary: 'A one-time code of eight digits that enrols a browser as this device, for ten minutes.',
    action: 'run-market',
    input: z.strictObject({ device: z.uuid() }),
    output: z.strictObject({ code: z.string(), expiresAt: Instant }),
    answers: [201],
    run: async (context, input) => ({ status: 201, body: await giveEnrolmentCode(context, input.device) }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/devices/{device}/revocations',
    summary: 'Ends a device for good.',
    action: 'run-market',
    input: RevokeDevice,
    output: z.strictObject({ device: z.strictObject({ id: z.string(), revokedAt: Instant }) }),
    run: (context, input) => acted(revokeDevice(context, input)),
  }),
  ...SUBJECTS.flatMap(({ path, kind }) => [
    call({
      method: 'POST',
      path: `/api/v1/${path}/{subject}/suspensions`,
      summary: `Stops a ${kind} from acting, with a reason.`,
      action: 'run-market',
      input: Suspend.omit({ kind: true }),
      output: suspended,
      run: (context, input) => acted(suspend(context, { ...input, kind })),
    }),
    call({
      method: 'POST',
      path: `/api/v1/${path}/{subject}/reinstatements`,
      summary: `Lets a ${kind} act again.`,
      action: 'run-market',
      input: Reinstate.omit({ kind: true }),
      output: suspended,
      run: (context, input) => acted(reinstate(context, { ...input, kind })),
    }),
  ]),
  call({
    method: 'POST',
    path: '/api/v1/enrolments',
    summary: 'Turns a one-time code into the device cookie of a browser that holds a key.',
    action: 'public',
    keyless: true,
    input: EnrolBrowser,
    output: z.strictObject({ role: z.string() }),
    answers: [201],
    refuses: true,
    async run(context, input) {
      const enrolled = await enrolBrowser(context, input);
      if ('reason' in enrolled) return refused([enrolled]);
      return { status: 201, body: { role: enrolled.role }, headers: { 'x-device-cookie': enrolled.cookie } };
    },
  }),
];
