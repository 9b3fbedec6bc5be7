import { z } from 'zod';
import { Reinstate, reinstate, Suspend, suspend } from '#lib/operations/suspend.ts';
import { acted, call } from '../call.ts';

const suspended = z.strictObject({ subject: z.string(), suspended: z.boolean() });

const SUBJECTS = [
  { path: 'vendors', kind: 'vendor' },
  { path: 'staff', kind: 'person' },
  { path: 'devices', kind: 'device' },
] as const;

/** Who may act for the time being: vendors, people and devices are suspended and reinstated alike. */
export const STANDING_CALLS = [
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
