import { z } from 'zod';
import { auditOfPeriod } from '#db/reads/audit-trail.ts';
import { statementsOfAll, takingsOfAll, visitsOfPeriod } from '#db/reads/period-files.ts';
import { isDay } from '#lib/calendar/day.ts';
import { MonthInput } from '#lib/operations/parts/inputs.ts';
import { call, ok } from '../call.ts';
import { AuditRecord, Instant } from '../shapes.ts';
import { Statement } from '../statement-shape.ts';

const day = z.string().refine(isDay);
const period = { from: day, to: day };
const next = z.string().nullable();
const ROWS = 200;
/** Each reads a vendor's month. */
const STATEMENTS = 10;

/** What the office saves as files of a period, a page at a time. */
export const PERIOD_FILE_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/office/takings',
    summary: 'What every stall took on the market days of a period, in each currency; a page is one day, `after` the one before.',
    action: 'see-office',
    input: z.strictObject({ ...period, after: day.optional() }),
    output: z.strictObject({
      takings: z.array(
        z.strictObject({
          marketDay: z.string(),
          vendor: z.string(),
          stall: z.string(),
          side: z.string(),
          sales: z.int(),
          amount: z.string(),
          currency: z.string(),
        }),
      ),
      next,
    }),
    run: async ({ read }, query) => ok(await read((tx) => takingsOfAll(tx, query))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/visits',
    summary: 'Visits that began on the days of a period, by the clock of the side of their gate, with the pass of each.',
    action: 'see-office',
    input: z.strictObject({ ...period, after: z.uuid().optional() }),
    output: z.strictObject({
      visits: z.array(
        z.strictObject({
          pass: z.string(),
          category: z.string(),
          nationality: z.string(),
          issuedAt: Instant,
          side: z.string(),
          gate: z.string(),
          enteredAt: Instant,
          closedAt: Instant.nullable(),
          state: z.enum(['open', 'presented', 'closed']),
        }),
      ),
      next,
    }),
    run: async ({ read, now }, query) => ok(await read((tx) => visitsOfPeriod(tx, { ...query, limit: ROWS, now }))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/statements',
    summary: 'Where each vendor and the market stand for a month, some vendors at a time.',
    action: 'see-office',
    input: z.strictObject({ month: MonthInput, after: z.uuid().optional() }),
    output: z.strictObject({ statements: z.array(Statement), next }),
    run: async ({ read, now }, query) => ok(await read((tx) => statementsOfAll(tx, { ...query, limit: STATEMENTS, now }))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/audit-records',
    summary: 'The audit trail of a period, oldest first; days are of the clock of a side, or of the first.',
    action: 'see-audit',
    input: z.strictObject({ ...period, side: z.string().min(1).max(20), after: z.uuid().optional() }),
    output: z.strictObject({ records: z.array(AuditRecord), next }),
    run: async ({ read, now }, query) => ok(await read((tx) => auditOfPeriod(tx, { ...query, limit: ROWS, now }))),
  }),
];
