import { z } from 'zod';
import { devices } from '#db/reads/office.ts';
import { EnrolBrowser, enrolBrowser, giveEnrolmentCode } from '#lib/operations/enrol-browser.ts';
import { AddDevice, addDevice, RevokeDevice, revokeDevice } from '#lib/operations/enrol-device.ts';
import { acted, call, ok } from '../call.ts';
import { refused } from '../problem.ts';
import { Device, Instant } from '../shapes.ts';

const nullable = z.string().nullable();

/** Devices: which there are, and how a browser becomes one. */
export const ENROLMENT_CALLS = [
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
          printer: nullable,
        }),
      ),
    }),
    run: async ({ read }) => ok({ devices: await read(devices) }),
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
