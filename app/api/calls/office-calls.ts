import { z } from 'zod';
import { auditTrail } from '#db/reads/audit-trail.ts';
import { overview } from '#db/reads/overview.ts';
import { passList } from '#db/reads/pass-list.ts';
import { call, ok } from '../call.ts';
import { Amount, AuditRecord, Instant } from '../shapes.ts';

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

/** What the office looks at: the market now, who holds a pass, and what was done. */
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
      rows: z.array(AuditRecord),
      next: nullable,
    }),
    run: async ({ read }, { limit, ...query }) => ok(await read((tx) => auditTrail(tx, { ...query, limit: limitOf(limit) }))),
  }),
];
