import { z } from 'zod';
import { DOCUMENT_STATES, DOCUMENT_TYPES } from '#lib/fiscal/fiscal-document.ts';
import { CUSTODIES } from '#lib/till/cash-count.ts';
import { KEEPERS } from '#lib/till/cash-keeper.ts';
import { DRAWER_CAUSES } from '#lib/till/drawer.ts';
import { Amount, Instant } from './shapes.ts';

const Custody = z.enum(CUSTODIES);
const CountedLine = z.strictObject({ custody: Custody, currency: z.string(), counted: z.string(), overShort: z.string() });

const Counted = z.strictObject({ count: z.int(), amount: Amount });

const FiscalReport = z.strictObject({
  agrees: z.boolean(),
  lines: z.array(
    z.strictObject({
      type: z.enum(DOCUMENT_TYPES),
      own: Counted,
      documents: z.array(Counted.extend({ state: z.enum(DOCUMENT_STATES) })),
      missing: Counted,
    }),
  ),
});

/** An X or a Z as it is answered. */
export const TillSession = z
  .strictObject({
    id: z.string(),
    number: z.int(),
    openedAt: Instant,
    closedAt: Instant.nullable(),
    float: z.array(Amount),
    sales: z.int(),
    takings: z.array(Amount),
    discounts: z.int(),
    discounted: z.array(Amount),
    fiscal: FiscalReport.nullable(),
    expected: z.array(Amount),
    counted: z.array(Amount),
    overShort: z.array(Amount),
    openedBy: z.string().nullable(),
    closedBy: z.string().nullable(),
    marketDay: z.string(),
    voids: z.int(),
    refunds: z.int(),
    refunded: z.array(Amount),
    rounding: z.array(Amount),
    tenders: z.array(z.strictObject({ kind: z.enum(['cash', 'card', 'qr']), amount: Amount })),
    drawer: z.array(
      z.strictObject({
        custody: Custody,
        currency: z.string(),
        causes: z.strictObject(Object.fromEntries(DRAWER_CAUSES.map((cause) => [cause, z.string()]))),
        expected: z.string(),
        counted: z.string().nullable(),
        overShort: z.string().nullable(),
      }),
    ),
    records: z.array(
      z.strictObject({
        kind: z.enum(['in', 'out', 'moved-in', 'moved-out']),
        custody: Custody,
        amount: Amount,
        at: Instant,
        by: z.string(),
        with: z.string().nullable(),
        reason: z.string().nullable(),
        keeper: z.enum(KEEPERS).nullable(),
      }),
    ),
    handOvers: z.array(z.strictObject({ at: Instant, from: z.string(), to: z.string(), counts: z.array(CountedLine) })),
    undone: z.array(
      z.strictObject({
        closedAt: Instant,
        undoneAt: Instant,
        by: z.string(),
        approvedBy: z.string(),
        reason: z.string(),
        counts: z.array(CountedLine),
      }),
    ),
  })
  .meta({ id: 'TillSession' });
