import { z } from 'zod';
import { rates } from '#db/reads/rates.ts';
import { isDay } from '#lib/calendar/day.ts';
import { EnterRates, enterRates } from '#lib/operations/enter-rates.ts';
import { ImportRates, importRates } from '#lib/operations/import-rates.ts';
import { acted, call, ok } from '../call.ts';
import { Instant, Rate } from '../shapes.ts';

const entered = z.strictObject({ rates: z.int(), motion: z.string().nullable() });

export const RATE_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/rates',
    summary: 'Official rates or the market’s till rates with their day and source, newest day first.',
    action: 'see-law',
    input: z.strictObject({ kind: z.enum(['law', 'till']), after: z.string().refine(isDay).optional() }),
    output: z.strictObject({ rates: z.array(Rate.extend({ recordedAt: Instant })), next: z.string().nullable() }),
    run: async ({ read }, { kind, after }) => ok(await read((tx) => rates(tx, { kind, before: after }))),
  }),
  call({
    method: 'POST',
    path: '/api/v1/rates',
    summary: 'Enters rates by hand; official ones wait for a second signature.',
    action: 'make-law',
    input: EnterRates,
    output: entered,
    run: (context, input) => acted(enterRates(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/rate-files',
    summary: 'Imports rates from a CSV file (date,base,quote,rate,source), all lines or none.',
    action: 'make-law',
    input: ImportRates,
    output: entered,
    run: (context, input) => acted(importRates(context, input)),
  }),
];
