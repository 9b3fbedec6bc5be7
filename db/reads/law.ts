import { and, asc, desc, eq, max } from 'drizzle-orm';
import { dayIn } from '#lib/calendar/zone.ts';
import { firstDayOfChange } from '#lib/law/in-force.ts';
import type { Subject } from '#lib/law/motion.ts';
import type { Tx } from '../engine/engine.ts';
import { lawDraft, lawDraftVersion, rehearsal } from '../schema/law-draft.ts';
import { lawPack } from '../schema/market.ts';
import { motion, motionSignature, motionWithdrawal } from '../schema/motion.ts';
import { person } from '../schema/staff.ts';
import { packByHash, packInForce, settingsOf } from '../stores/market.ts';

/** The law now: the pack, the answers of this market to its open questions, and each side's own day. */
export async function lawNow(tx: Tx, now: string) {
  const { hash, pack } = await packInForce(tx, now);
  const today = pack.sides.map(({ code, zone }) => ({ side: code, day: dayIn(zone, now) }));
  const sides = [];
  for (const { side, day } of today) {
    const here = await packInForce(tx, now, side);
    sides.push({ side, day, hash: here.hash, version: here.pack.version, answers: await settingsOf(tx, day) });
  }
  return { hash, pack, sides, firstDay: firstDayOfChange(pack, now) };
}

/** Every pack that this database holds, the newest law first. */
export async function lawPacks(tx: Tx, now: string) {
  const { pack } = await packInForce(tx, now);
  const inForce = new Map<string, string[]>();
  for (const { code } of pack.sides) {
    const { hash } = await packInForce(tx, now, code);
    inForce.set(hash, [...(inForce.get(hash) ?? []), code]);
  }
  const rows = await tx
    .select({
      hash: lawPack.hash,
      version: lawPack.version,
      effectiveFrom: lawPack.effectiveFrom,
      recordedAt: lawPack.recordedAt,
      motion: lawPack.motion,
      withdrawn: motionWithdrawal.reason,
    })
    .from(lawPack)
    .leftJoin(motionWithdrawal, eq(motionWithdrawal.motion, lawPack.motion))
    .orderBy(desc(lawPack.effectiveFrom), desc(lawPack.recordedAt));
  const signers = await signersOf(tx);
  return rows.map((row) => ({
    ...row,
    inForceOn: inForce.get(row.hash) ?? [],
    signers: row.motion === null ? [] : (signers.get(row.motion) ?? []).map(({ name }) => name),
  }));
}

const MOST_MOTIONS = 100;

/** What was laid, signed and withdrawn, newest first. */
export async function motions(tx: Tx) {
  const rows = await tx
    .select({
      id: motion.id,
      subject: motion.subject,
      effectiveFrom: motion.effectiveFrom,
      laidAt: motion.laidAt,
      enactedAt: motion.enactedAt,
      withdrawn: motionWithdrawal.reason,
      withdrawnBy: person.name,
    })
    .from(motion)
    .leftJoin(motionWithdrawal, eq(motionWithdrawal.motion, motion.id))
    .leftJoin(person, eq(person.id, motionWithdrawal.withdrawnBy))
    .orderBy(desc(motion.laidAt), desc(motion.id))
    .limit(MOST_MOTIONS);
  const signers = await signersOf(tx);
  return rows.map(({ subject, ...row }) => ({ ...row, subject: subject as Subject, signers: signers.get(row.id) ?? [] }));
}

type Signer = { readonly id: string; readonly name: string; readonly signedAt: string };

async function signersOf(tx: Tx): Promise<ReadonlyMap<string, readonly Signer[]>> {
  const rows = await tx
    .select({ motion: motionSignature.motion, id: motionSignature.signer, name: person.name, signedAt: motionSignature.signedAt })
    .from(motionSignature)
    .leftJoin(person, eq(person.id, motionSignature.signer))
    .orderBy(asc(motionSignature.motion), asc(motionSignature.place));
  const signers = new Map<string, Signer[]>();
  for (const { motion: of, name, ...row } of rows)
    signers.set(of, [...(signers.get(of) ?? []), { ...row, name: name ?? row.id }]);
  return signers;
}

/** Drafts with their newest version, the one saved last first. */
export async function drafts(tx: Tx) {
  const newest = tx
    .select({ draft: lawDraftVersion.draft, number: max(lawDraftVersion.number).as('newest') })
    .from(lawDraftVersion)
    .groupBy(lawDraftVersion.draft)
    .as('newest_version');
  return tx
    .select({
      id: lawDraft.id,
      title: lawDraft.title,
      version: lawDraftVersion.number,
      author: person.name,
      savedAt: lawDraftVersion.savedAt,
    })
    .from(lawDraft)
    .innerJoin(newest, eq(newest.draft, lawDraft.id))
    .innerJoin(lawDraftVersion, and(eq(lawDraftVersion.draft, lawDraft.id), eq(lawDraftVersion.number, newest.number)))
    .leftJoin(person, eq(person.id, lawDraftVersion.author))
    .orderBy(desc(lawDraftVersion.savedAt));
}

/** One draft: what it says now, who saved which version, and what was rehearsed. */
export async function draftView(tx: Tx, id: string) {
  const [found] = await tx.select().from(lawDraft).where(eq(lawDraft.id, id));
  if (found === undefined) return undefined;
  const versions = await tx
    .select({ number: lawDraftVersion.number, author: person.name, savedAt: lawDraftVersion.savedAt })
    .from(lawDraftVersion)
    .leftJoin(person, eq(person.id, lawDraftVersion.author))
    .where(eq(lawDraftVersion.draft, id))
    .orderBy(desc(lawDraftVersion.number));
  const [newest] = await tx
    .select({ body: lawDraftVersion.body })
    .from(lawDraftVersion)
    .where(eq(lawDraftVersion.draft, id))
    .orderBy(desc(lawDraftVersion.number))
    .limit(1);
  const rehearsals = await tx
    .select({
      id: rehearsal.id,
      version: lawDraftVersion.number,
      lawDay: rehearsal.lawDay,
      since: rehearsal.since,
      state: rehearsal.state,
      done: rehearsal.done,
      total: rehearsal.total,
      startedAt: rehearsal.startedAt,
    })
    .from(rehearsal)
    .innerJoin(lawDraftVersion, eq(lawDraftVersion.id, rehearsal.version))
    .where(eq(lawDraftVersion.draft, id))
    .orderBy(desc(rehearsal.startedAt));
  const { title, base } = found;
  return { id, title, base, body: newest?.body, versions, rehearsals };
}

/** The newest saying of a draft, or a pack, as it reads. */
export async function packOf(tx: Tx, of: string) {
  if (of.length === 64) return (await lawPackExists(tx, of)) ? packByHash(tx, of) : undefined;
  return (await draftView(tx, of))?.body;
}

async function lawPackExists(tx: Tx, hash: string): Promise<boolean> {
  const [row] = await tx.select({ hash: lawPack.hash }).from(lawPack).where(eq(lawPack.hash, hash));
  return row !== undefined;
}
