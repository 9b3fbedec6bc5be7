import { z } from 'zod';
import { SetOfflineFloor, setOfflineFloor } from '#lib/operations/set-offline-floor.ts';
import { Reinstate, reinstate, Suspend, suspend } from '#lib/operations/suspend.ts';
import { acted, call } from '../call.ts';
import { Amount } from '../shapes.ts';

const suspended = z.strictObject({ subject: z.string(), suspended: z.boolean() });

const SUBJECTS = [
  { path: 'vendors', kind: 'vendor' },
  { path: 'staff', kind: 'person' },
  { path: 'devices', kind: 'device' },
] as const;

/** Who may act for the time being, and how far without the market: vendors, people and devices are suspended and reinstated alike. */
export const STANDING_CALLS = [
  call({
    method: 'POST',
    path: '/api/v1/offline-floors',
    summary: 'Says up to how much a till may sell on one pass while it has no network and no lease; nought: not at all.',
    action: 'run-market',
    input: SetOfflineFloor,
    output: z.strictObject({ floor: Amount }),
    run: (context, input) => acted(setOfflineFloor(context, input)),
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
