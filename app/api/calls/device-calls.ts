import { z } from 'zod';
import { revokedPasses } from '#db/reads/revoked-passes.ts';
import { packForDevice } from '#db/stores/device-packs.ts';
import { handOutFacts } from '#lib/operations/hand-out-facts.ts';
import { HoldLease, holdLease } from '#lib/operations/hold-lease.ts';
import { HoldPacks, holdPacks } from '#lib/operations/hold-packs.ts';
import { LineInput } from '#lib/operations/parts/basket-lines.ts';
import { RecallLease, recallLease } from '#lib/operations/recall-lease.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { acted, call, ok } from '../call.ts';
import { PackDocument } from '../law-shapes.ts';
import { refused } from '../problem.ts';
import { Decision } from '../shapes.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a device needs to decide by itself: the law, the facts of a pass, and to say what it holds. */
export const DEVICE_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/packs/{pack}',
    summary: 'A law pack by its hash, read and whole, as `decide` takes it.',
    action: 'see-market',
    input: z.strictObject({ pack: hash }),
    output: z.strictObject({ hash, pack: PackDocument }),
    async run({ read }, input) {
      const pack = await read((tx) => packForDevice(tx, input.pack));
      if (pack === undefined) throw new NotYours();
      return ok({ hash: input.pack, pack });
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/passes/{pass}/facts',
    summary: 'What a decision about the pass would be made from now, and by which pack: nothing that says who it is.',
    action: 'preview',
    input: z.strictObject({ pass: z.string().min(1).max(600), basket: z.uuid().optional() }),
    output: z.strictObject({ packHash: hash, facts: z.record(z.string(), z.unknown()) }),
    refuses: true,
    hides: false,
    async run(context, input) {
      const found = await handOutFacts(context, input);
      return 'refusals' in found ? refused(found.refusals) : ok(found);
    },
  }),
  call({
    method: 'GET',
    path: '/api/v1/pass-keys',
    summary: 'What a device needs to read passes without a network: the keys that sign them, and those that no longer count.',
    action: 'verify-passes',
    input: z.strictObject({}),
    output: z.strictObject({
      at: z.string(),
      keys: z.array(z.strictObject({ id: z.string(), publicKey: z.string() })),
      revoked: z.array(z.strictObject({ pass: z.string(), at: z.string() })),
    }),
    async run({ read, keys, now }) {
      const revoked = await read((tx) => revokedPasses(tx, now));
      return ok({ at: now, keys: [{ id: keys.passKeyId, publicKey: keys.passPublicKey }], revoked });
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/leases',
    summary: 'Holds the goods of a basket for this till, so that it can sell them without a network; no lines give them back.',
    action: 'sell',
    input: HoldLease,
    output: z.strictObject({
      lease: z.strictObject({
        basket: z.string(),
        state: z.enum(['held', 'returned']),
        heldAt: z.string(),
        lines: z.array(LineInput),
      }),
      decision: Decision,
    }),
    run: (context, input) => acted(holdLease(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/leases/{basket}/recalls',
    summary: 'Takes back what a till that is not heard from holds of a visit, with a reason.',
    action: 'recall-lease',
    input: RecallLease,
    output: z.strictObject({ lease: z.strictObject({ basket: z.string(), state: z.literal('recalled') }) }),
    run: (context, input) => acted(recallLease(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/held-packs',
    summary:
      'Says which law packs this device holds; answers with those that it should fetch, each with the day from which it is law.',
    action: 'hold-packs',
    input: HoldPacks,
    output: z.strictObject({ missing: z.array(z.strictObject({ hash, effectiveFrom: z.string() })) }),
    answers: [200],
    run: async (context, input) => ok(await holdPacks(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/preview-faults',
    summary:
      'Says that a till decided otherwise than the server on the same facts; it is counted in the metrics, and nothing is written.',
    action: 'preview',
    input: z.strictObject({ packHash: hash, engine: z.int(), fields: z.array(z.string().max(40)).max(20) }),
    output: z.strictObject({ noted: z.literal(true) }),
    answers: [200],
    run: async () => ok({ noted: true }),
  }),
];
