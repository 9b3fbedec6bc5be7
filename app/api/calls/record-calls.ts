import { z } from 'zod';
import { KNOWN_FROM } from '#lib/exit/pass-record.ts';
import { CorrectLine, correctLine } from '#lib/operations/correct-line.ts';
import { EnterOutside, enterOutside } from '#lib/operations/enter-outside.ts';
import { seeRecord } from '#lib/operations/see-record.ts';
import { acted, call, ok } from '../call.ts';
import { Amount, Decision, Instant, Names } from '../shapes.ts';

const Known = z.strictObject({ category: z.string(), quantity: z.string(), weightG: z.int(), value: Amount });
const account = { rule: z.string(), period: z.string(), unit: z.string() };

/** What officers find out later: corrections of lines, and what is known from elsewhere. */
export const RECORD_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/passes/{pass}/record',
    summary: 'The goods of the visit as they are known today, what was corrected, and what is known from elsewhere.',
    action: 'see-record',
    input: z.strictObject({ pass: z.string().min(1).max(600) }),
    output: z.strictObject({
      visit: z.strictObject({ id: z.string(), state: z.enum(['open', 'presented', 'closed']), side: z.string() }).nullable(),
      lines: z.array(Known.extend({ id: z.string(), names: Names })),
      corrections: z.array(
        z.strictObject({
          id: z.string(),
          line: z.string(),
          before: Known,
          after: Known,
          reason: z.string(),
          correctedAt: Instant,
        }),
      ),
      outside: z.array(
        z.strictObject({
          ...account,
          id: z.string(),
          amount: z.int(),
          knownFrom: z.enum(KNOWN_FROM),
          happenedAt: Instant.nullable(),
          reason: z.string().nullable(),
          recordedAt: Instant,
          corrects: z.string().nullable(),
          stands: z.boolean(),
        }),
      ),
      accounts: z.array(z.strictObject({ ...account, side: z.string() })),
    }),
    run: async (context, input) => ok(await seeRecord(context, input.pass)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/visits/{visit}/corrections',
    summary: "An officer's later word on a line, signed, also after the visit has closed; its accounts are decided again.",
    action: 'correct-record',
    input: CorrectLine,
    output: z.strictObject({
      correction: z.strictObject({ id: z.string(), visit: z.string(), line: z.string() }),
      decision: Decision,
    }),
    run: (context, input) => acted(correctLine(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/passes/{pass}/outside-entries',
    summary:
      'A crossing or an amount known from elsewhere, in the unit of the rule; `corrects` takes the place of an earlier one.',
    action: 'correct-record',
    input: EnterOutside,
    output: z.strictObject({
      entry: z.strictObject({ ...account, id: z.string(), amount: z.int(), corrects: z.string().nullable() }),
    }),
    run: (context, input) => acted(enterOutside(context, input)),
  }),
];
