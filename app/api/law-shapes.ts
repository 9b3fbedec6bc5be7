import { z } from 'zod';
import { Decision, Instant, Rate } from './shapes.ts';

/** What the calls of the law room answer. */
export const PackDocument = z
  .record(z.string(), z.unknown())
  .meta({ id: 'LawPack', description: 'A law pack; its schema is what `npm run law -- schema` prints.' });

const setting = z.union([z.string(), z.number(), z.boolean()]);
const Difference = z.strictObject({ pointer: z.string(), before: z.unknown().optional(), after: z.unknown().optional() });
const outcome = z.enum(['free', 'duty', 'needs-document', 'forbidden']);
const duty = z.strictObject({ minor: z.int(), currency: z.string() }).nullable();

export const OpenedDecision = z.strictObject({
  code: z.string(),
  packHash: z.string(),
  pack: PackDocument,
  recordedAt: Instant,
  facts: z.record(z.string(), z.unknown()),
  decision: Decision,
  again: Decision,
  same: z.boolean(),
  differences: z.array(Difference),
});

export const LawNow = z.strictObject({
  hash: z.string(),
  pack: PackDocument,
  sides: z.array(
    z.strictObject({
      side: z.string(),
      day: z.string(),
      hash: z.string(),
      version: z.int(),
      answers: z.record(z.string(), setting),
    }),
  ),
  firstDay: z.string(),
});

export const LawPackRow = z.strictObject({
  hash: z.string(),
  version: z.string(),
  effectiveFrom: z.string(),
  recordedAt: Instant,
  motion: z.string().nullable(),
  withdrawn: z.string().nullable(),
  inForceOn: z.array(z.string()),
  signers: z.array(z.string()),
});

export const PackHolders = z.strictObject({
  hash: z.string(),
  effectiveFrom: z.string(),
  devices: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      code: z.string(),
      stall: z.string().nullable(),
      heldSince: Instant.nullable(),
      heardAt: Instant.nullable(),
    }),
  ),
});

const Named = z.strictObject({ id: z.string(), from: z.string(), names: z.record(z.string(), z.string()) });

export const Comparison = z.strictObject({
  added: z.array(Named),
  removed: z.array(Named),
  changed: z.array(Named.extend({ fields: z.array(Difference) })),
  others: z.array(Difference),
});

export const SavedDraft = z.strictObject({
  draft: z.strictObject({ id: z.string(), title: z.string(), version: z.int() }),
});

const rehearsalHead = {
  id: z.string(),
  lawDay: z.string(),
  since: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  done: z.int(),
  total: z.int(),
  startedAt: Instant,
};

export const DraftView = z.strictObject({
  id: z.string(),
  title: z.string(),
  base: z.string(),
  body: PackDocument,
  versions: z.array(z.strictObject({ number: z.int(), author: z.string().nullable(), savedAt: Instant })),
  rehearsals: z.array(z.strictObject({ ...rehearsalHead, version: z.int() })),
});

export const RehearsalView = z.strictObject({
  ...rehearsalHead,
  endedAt: Instant.nullable(),
  tally: z.strictObject({
    decisions: z.int(),
    changed: z.int(),
    undecided: z.int(),
    visits: z.int(),
    outcomes: z.record(z.string(), z.int()),
    duty: z.record(z.string(), z.strictObject({ before: z.int(), after: z.int() })),
    stalls: z.record(z.string(), z.strictObject({ name: z.string(), changed: z.int() })),
    changes: z.array(
      z.strictObject({
        code: z.string(),
        day: z.string(),
        side: z.string(),
        stall: z.string().nullable(),
        nationality: z.string(),
        before: outcome,
        after: outcome,
        dutyBefore: duty,
        dutyAfter: duty,
        rules: z.array(z.string()),
      }),
    ),
    usedUnknown: z.array(z.string()),
  }),
});

export const LaidMotion = z.strictObject({
  motion: z.strictObject({ id: z.string(), effectiveFrom: z.string(), signatures: z.int() }),
});

export const Motion = z.strictObject({
  id: z.string(),
  subject: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pack'), version: z.string(), draft: z.string(), pack: z.string() }),
    z.strictObject({ kind: z.literal('answer'), setting: z.string(), value: setting }),
    z.strictObject({ kind: z.literal('rates'), rates: z.array(Rate) }),
  ]),
  effectiveFrom: z.string().nullable(),
  laidAt: Instant,
  enactedAt: Instant.nullable(),
  withdrawn: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  signers: z.array(z.strictObject({ id: z.string(), name: z.string(), signedAt: Instant })),
});
