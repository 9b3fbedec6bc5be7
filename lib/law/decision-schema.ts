import { z } from 'zod';

/** The shape of a Decision, as the API and the command line give it. */

const rate = z.strictObject({ base: z.string(), quote: z.string(), scaled: z.int(), date: z.string(), source: z.string() });
const facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const limit = z.strictObject({
  rule: z.string(),
  part: z.int().optional(),
  account: z.string(),
  period: z.string(),
  measure: z.enum(['value', 'duty-forgone', 'weight', 'volume', 'mix', 'exits', 'days', 'stay-days', 'count']),
  unit: z.string(),
  limit: z.int(),
  used: z.int(),
  visit: z.int(),
  left: z.int(),
  over: z.int(),
  parts: z.array(z.strictObject({ unit: z.string(), left: z.int() })).optional(),
  source: z.array(z.string()),
  confidence: z.string(),
  lines: z.array(z.string()),
});

const planned = z.strictObject({
  account: z.string(),
  rule: z.string(),
  period: z.string(),
  unit: z.string(),
  limit: z.int(),
  amount: z.int(),
  rollingOn: z.string().optional(),
  leavesOn: z.string().optional(),
  holder: z.string().optional(),
});

const exceeded = z.strictObject({
  account: z.string(),
  rule: z.string(),
  amount: z.int(),
  unit: z.string(),
  outcome: z.enum(['taxed', 'forbidden', 'needs-document']),
  holder: z.string().optional(),
});

const dutyStep = z.strictObject({
  rule: z.string(),
  basis: z.string(),
  rate: z.string(),
  minor: z.int(),
  currency: z.string(),
  lines: z.array(z.string()),
});

const condition = z.strictObject({
  rule: z.string(),
  kind: z.enum(['leave-within', 'no-resale', 'stays-in', 'guarantee']),
  lines: z.array(z.string()),
  until: z.string().optional(),
  offence: z.string().optional(),
  region: z.string().optional(),
  minor: z.int().optional(),
  currency: z.string().optional(),
});

export const decisionSchema = z.strictObject({
  engine: z.int(),
  pack: z.string(),
  exitSide: z.string(),
  at: z.string(),
  day: z.string(),
  outcome: z.enum(['free', 'duty', 'needs-document', 'forbidden']),
  limits: z.array(limit),
  plan: z.array(planned),
  excess: z.array(exceeded),
  duty: z.strictObject({ minor: z.int(), currency: z.string() }).nullable(),
  dutySteps: z.array(dutyStep),
  forbidden: z.array(z.strictObject({ line: z.string(), rule: z.string() })),
  needs: z.array(z.strictObject({ line: z.string(), rule: z.string(), document: z.string() })),
  conditions: z.array(condition),
  reasons: z.array(z.strictObject({ reason: z.string(), facts })),
  rates: z.array(rate),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
