import { z } from 'zod';
import { offlineNow } from '#db/reads/offline.ts';
import { SetOfflineFloor, setOfflineFloor } from '#lib/operations/set-offline-floor.ts';
import { SetScaleCodes, setScaleCodes } from '#lib/operations/set-scale-codes.ts';
import { Reinstate, reinstate, Suspend, suspend } from '#lib/operations/suspend.ts';
import { acted, call, ok } from '../call.ts';
import { Amount, Flag, Instant, ScaleCode } from '../shapes.ts';

const suspended = z.strictObject({ subject: z.string(), suspended: z.boolean() });

const SUBJECTS = [
  { path: 'vendors', kind: 'vendor' },
  { path: 'staff', kind: 'person' },
  { path: 'devices', kind: 'device' },
] as const;

/** Who may act for the time being, and how far without the market: vendors, people and devices are suspended and reinstated alike. */
export const STANDING_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/office/offline',
    summary: 'What tills may sell without a network, what is held for them, and their newest sales that somebody should look at.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      floors: z.array(Amount),
      leases: z.array(
        z.strictObject({
          id: z.string(),
          heldAt: Instant,
          stall: z.string(),
          device: z.string(),
          pass: z.string(),
          goods: z.number(),
          value: Amount,
        }),
      ),
      sales: z.array(
        z.strictObject({
          id: z.string(),
          number: z.string(),
          stall: z.string(),
          occurredAt: Instant,
          recordedAt: Instant,
          total: Amount,
          flags: z.array(Flag),
        }),
      ),
    }),
    run: async ({ read }) => ok(await read(offlineNow)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/offline-floors',
    summary: 'Says up to how much a till may sell on one pass while it has no network and no lease; nought: not at all.',
    action: 'run-market',
    input: SetOfflineFloor,
    output: z.strictObject({ floor: Amount }),
    run: (context, input) => acted(setOfflineFloor(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/scale-codes',
    summary: 'Says how the scales of a side write weights and prices into EAN-13 codes with prefix 02 or 20 to 29.',
    action: 'run-market',
    input: SetScaleCodes,
    output: z.strictObject({ side: z.string(), codes: z.array(ScaleCode) }),
    run: (context, input) => acted(setScaleCodes(context, input)),
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
];
