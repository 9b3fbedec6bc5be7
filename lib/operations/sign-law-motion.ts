import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { findDraftVersion } from '#db/stores/law-drafts.ts';
import { packInForce, savePack } from '#db/stores/market.ts';
import {
  findMotion,
  isDayTaken,
  isVersionTaken,
  knownRates,
  type MotionRow,
  markEnacted,
  saveAnswer,
  sign,
} from '#db/stores/motions.ts';
import { saveLawRates } from '#db/stores/rates.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import { firstDayOfChange } from '#lib/law/in-force.ts';
import { SIGNATURES } from '#lib/law/motion.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { mayNotSign } from './parts/signing.ts';
import { type Answer, perform } from './perform.ts';

export const SignLawMotion = z.strictObject({ id: z.uuid(), motion: z.uuid() });

type Signed = {
  readonly motion: {
    readonly id: string;
    readonly effectiveFrom: string | null;
    readonly signatures: number;
    readonly enacted: boolean;
  };
};

/** The second of two different people signs: from its day on the motion is law by itself. @throws Forbidden, NotYours. */
export async function signLawMotion(context: Context, input: z.infer<typeof SignLawMotion>): Promise<Answer<Signed>> {
  mayOrThrow(context.actor, 'make-law');
  return perform(context, 'sign-law-motion', input, async (tx) => {
    const motion = await findMotion(tx, input.motion);
    if (motion === undefined) throw new NotYours();
    const refused = (await mayNotSign(tx, context)) ?? (await signingFault(tx, context, motion));
    if (refused !== undefined) return { refused: [refused] };
    const place = motion.signers.length + 1;
    await sign(tx, { motion: motion.id, signer: context.actor.id, place, signedAt: context.now });
    const fault = place === SIGNATURES ? await enact(tx, context, motion) : undefined;
    if (fault !== undefined) return { refused: [fault] };
    const { id, effectiveFrom } = motion;
    return {
      body: { motion: { id, effectiveFrom, signatures: place, enacted: place === SIGNATURES } },
      subject: id,
      facts: { kind: motion.subject.kind, from: effectiveFrom },
    };
  });
}

async function signingFault(tx: Tx, context: Context, motion: MotionRow): Promise<Refusal | undefined> {
  if (motion.withdrawn || motion.enactedAt !== null) return refusal('motion-not-open');
  if (motion.signers.includes(context.actor.id)) return refusal('motion-signed-by-you');
  if (motion.effectiveFrom === null) return undefined;
  const first = firstDayOfChange((await packInForce(tx, context.now)).pack, context.now);
  return motion.effectiveFrom < first ? refusal('motion-too-early', { day: first }) : undefined;
}

/** Writes what was signed to where the law is read from. Its day, not this hour, makes it law. */
async function enact(tx: Tx, context: Context, motion: MotionRow): Promise<Refusal | undefined> {
  const { subject, effectiveFrom } = motion;
  if (subject.kind === 'rates') {
    const known = await knownRates(tx, 'law', subject.rates);
    if (known.size > 0) return refusal('rate-known', { name: [...known][0] ?? '' });
    await saveLawRates(tx, subject.rates, context.now, motion.id);
  } else if (subject.kind === 'answer') {
    const { setting, value } = subject;
    await saveAnswer(tx, { motion: motion.id, setting, value, effectiveFrom: effectiveFrom ?? '', recordedAt: context.now });
  } else {
    const fault = await enactPack(tx, context, motion, subject.version);
    if (fault !== undefined) return fault;
  }
  await markEnacted(tx, motion.id, context.now);
  return undefined;
}

async function enactPack(tx: Tx, context: Context, motion: MotionRow, version: string): Promise<Refusal | undefined> {
  const effectiveFrom = motion.effectiveFrom ?? '';
  if (await isDayTaken(tx, effectiveFrom)) return refusal('motion-day-taken', { day: effectiveFrom });
  const body = (await findDraftVersion(tx, version))?.body;
  const checked = checkPack(body);
  if ('faults' in checked) return refusal('draft-faulty', { count: checked.faults.length });
  const { pack } = checked;
  if (await isVersionTaken(tx, String(pack.version))) return refusal('draft-version-taken', { count: pack.version });
  await savePack(tx, pack, body, {
    market: pack.market.id,
    version: String(pack.version),
    effectiveFrom,
    now: context.now,
    motion: motion.id,
  });
  return undefined;
}
