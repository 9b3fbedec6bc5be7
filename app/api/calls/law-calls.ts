import { z } from 'zod';
import { drafts, draftView, lawNow, lawPacks, motions, packOf } from '#db/reads/law.ts';
import { packHolders } from '#db/reads/pack-holders.ts';
import { findRehearsal } from '#db/stores/rehearsals.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import { comparePacks } from '#lib/law/compare-packs.ts';
import { AskLaw, askLaw } from '#lib/operations/ask-law.ts';
import { LayAnswer, LayPack, layAnswer, layPack } from '#lib/operations/lay-law-motion.ts';
import { openDecision } from '#lib/operations/open-decision.ts';
import { RehearseLaw, rehearseLaw } from '#lib/operations/rehearse-law.ts';
import { SaveLawDraft, saveLawDraft } from '#lib/operations/save-law-draft.ts';
import { SignLawMotion, signLawMotion } from '#lib/operations/sign-law-motion.ts';
import { StartLawDraft, startLawDraft } from '#lib/operations/start-law-draft.ts';
import { WithdrawLawMotion, withdrawLawMotion } from '#lib/operations/withdraw-law-motion.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { acted, call, ok } from '../call.ts';
import {
  Comparison,
  DraftView,
  LaidMotion,
  LawNow,
  LawPackRow,
  Motion,
  OpenedDecision,
  PackDocument,
  PackHolders,
  RehearsalView,
  SavedDraft,
} from '../law-shapes.ts';
import { refused } from '../problem.ts';
import { Decision } from '../shapes.ts';

const nothing = z.strictObject({});
const hashOrDraft = z.string().regex(/^([0-9a-f]{64}|[0-9a-f-]{36})$/);

export const LAW_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/decisions/{decision}',
    summary: 'A recorded decision by its id or the short code on the receipt, and the same decision made again from its record.',
    action: 'see-decision',
    input: z.strictObject({ decision: z.string().min(1).max(60) }),
    output: OpenedDecision,
    run: async (context, input) => ok(await openDecision(context, input.decision)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law',
    summary: 'The law in force: the pack, this market’s answers to its open questions, and each side’s own day.',
    action: 'see-law',
    input: nothing,
    output: LawNow,
    run: async ({ read, now }) => ok(await read((tx) => lawNow(tx, now))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/allowances',
    summary: 'What a traveller may take to a side on a day.',
    action: 'see-law',
    input: AskLaw,
    output: z.strictObject({
      packHash: z.string(),
      rules: z.array(
        z.strictObject({
          rule: z.string(),
          part: z.int().nullable(),
          limit: z.int(),
          unit: z.string(),
          without: z.string().nullable(),
          forbids: z.boolean(),
        }),
      ),
      decision: Decision,
    }),
    async run(context, input) {
      const allowed = await askLaw(context, input);
      return 'refusals' in allowed ? refused(allowed.refusals) : ok(allowed);
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/packs',
    summary: 'Every law pack of this market: version, day, who signed, where it is in force.',
    action: 'see-law',
    input: nothing,
    output: z.strictObject({ packs: z.array(LawPackRow) }),
    run: async ({ read, now }) => ok({ packs: await read((tx) => lawPacks(tx, now)) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/packs/{pack}',
    summary: 'A law pack by its hash.',
    action: 'see-law',
    input: z.strictObject({ pack: hashOrDraft }),
    output: z.strictObject({ pack: PackDocument }),
    run: async ({ read }, input) => ok({ pack: await found(read((tx) => packOf(tx, input.pack))) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/motions/{motion}/devices',
    summary: 'Which devices hold the pack that a motion made law, and which have not fetched it yet.',
    action: 'see-law',
    input: z.strictObject({ motion: z.uuid() }),
    output: PackHolders,
    run: async ({ read }, input) => ok(await found(read((tx) => packHolders(tx, input.motion)))),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/comparisons',
    summary: 'What one pack or draft says otherwise than another: rules added, removed, and changed field by field.',
    action: 'see-law',
    input: z.strictObject({ from: hashOrDraft, to: hashOrDraft }),
    output: Comparison,
    async run({ read }, { from, to }) {
      const [one, other] = [
        checkPack(await found(read((tx) => packOf(tx, from)))),
        checkPack(await found(read((tx) => packOf(tx, to)))),
      ];
      if ('faults' in one || 'faults' in other) throw new NotYours();
      return ok(comparePacks(one.pack, other.pack));
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/drafts',
    summary: 'Drafts of the law, the one saved last first.',
    action: 'see-law',
    input: nothing,
    output: z.strictObject({
      drafts: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          version: z.int(),
          author: z.string().nullable(),
          savedAt: z.string(),
        }),
      ),
    }),
    run: async ({ read }) => ok({ drafts: await read(drafts) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/drafts/{draft}',
    summary: 'A draft: what it says, its versions, its rehearsals.',
    action: 'see-law',
    input: z.strictObject({ draft: z.uuid() }),
    output: z.strictObject({ draft: DraftView }),
    run: async ({ read }, input) => ok({ draft: await found(read((tx) => draftView(tx, input.draft))) }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/law/drafts',
    summary: 'Starts a draft from a pack.',
    action: 'make-law',
    input: StartLawDraft,
    output: SavedDraft,
    run: (context, input) => acted(startLawDraft(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/law/drafts/{draft}/versions',
    summary: 'Saves a draft as its next version, if it reads.',
    action: 'make-law',
    input: SaveLawDraft,
    output: SavedDraft,
    run: (context, input) => acted(saveLawDraft(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/law/drafts/{draft}/rehearsals',
    summary: 'Sets out to decide past traffic again under a draft.',
    action: 'make-law',
    input: RehearseLaw,
    output: z.strictObject({ rehearsal: z.strictObject({ id: z.string(), total: z.int() }) }),
    run: (context, input) => acted(rehearseLaw(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/rehearsals/{rehearsal}',
    summary: 'How far a rehearsal is, and its report.',
    action: 'see-law',
    input: z.strictObject({ rehearsal: z.uuid() }),
    output: z.strictObject({ rehearsal: RehearsalView }),
    async run({ read }, input) {
      const {
        cursorAt: _at,
        cursorId: _id,
        startedBy: _by,
        version: _of,
        ...rehearsal
      } = await found(read((tx) => findRehearsal(tx, input.rehearsal)));
      return ok({ rehearsal });
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/law/drafts/{draft}/motions',
    summary: 'Lays a draft for its second signature: from its day on it is law by itself.',
    action: 'make-law',
    input: LayPack,
    output: LaidMotion,
    run: (context, input) => acted(layPack(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/law/settings/{setting}/motions',
    summary: 'Lays another answer to an open question for its second signature.',
    action: 'make-law',
    input: LayAnswer,
    output: LaidMotion,
    run: (context, input) => acted(layAnswer(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/law/motions',
    summary: 'What was laid, signed and withdrawn, newest first.',
    action: 'see-law',
    input: nothing,
    output: z.strictObject({ motions: z.array(Motion) }),
    run: async ({ read }) => ok({ motions: await read(motions) }),
  }),
  call({
    method: 'POST',
    path: '/api/v1/law/motions/{motion}/signatures',
    summary: 'The second of two different people signs.',
    action: 'make-law',
    input: SignLawMotion,
    output: z.strictObject({
      motion: z.strictObject({
        id: z.string(),
        effectiveFrom: z.string().nullable(),
        signatures: z.int(),
        enacted: z.boolean(),
      }),
    }),
    run: (context, input) => acted(signLawMotion(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/law/motions/{motion}/withdrawals',
    summary: 'Takes a motion back before its day, with a reason.',
    action: 'make-law',
    input: WithdrawLawMotion,
    output: z.strictObject({ motion: z.strictObject({ id: z.string(), withdrawn: z.literal(true) }) }),
    run: (context, input) => acted(withdrawLawMotion(context, input)),
  }),
];

async function found<Thing>(reading: Promise<Thing | undefined>): Promise<Thing> {
  const thing = await reading;
  if (thing === undefined) throw new NotYours();
  return thing;
}
