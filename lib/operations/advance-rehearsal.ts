import { findDraftVersion } from '#db/stores/law-drafts.ts';
import { findRehearsal, moveRehearsal, type RehearsalRow, recordedAfter, runningRehearsal } from '#db/stores/rehearsals.ts';
import { asOn } from '#lib/law/as-on.ts';
import { checkPack } from '#lib/law/check-pack.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { rehearsed } from '#lib/law/rehearsal.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';

const SLICE = 200;
const AT_ONCE = 25;

/**
 * Does one slice of the rehearsal that goes on, reading beside the tills and letting their acts between.
 * @returns whether there is more to do. @throws Forbidden.
 */
export async function advanceRehearsal(context: Context): Promise<boolean> {
  mayOrThrow(context.actor, 'make-law');
  const running = await context.read(async (tx) => {
    const id = await runningRehearsal(tx);
    return id === undefined ? undefined : findRehearsal(tx, id);
  });
  if (running === undefined) return false;
  const draft = await draftOf(context, running);
  if (draft === undefined) {
    const { cursorAt, cursorId, done, tally } = running;
    await move(context, running.id, { state: 'failed', cursorAt, cursorId, done, tally, endedAt: context.now });
    return true;
  }
  let { tally } = running;
  let last = { recordedAt: running.cursorAt, id: running.cursorId };
  let count = 0;
  while (count < SLICE) {
    const cursor = { cursorAt: last.recordedAt, cursorId: last.id, startedAt: running.startedAt };
    const records = await context.read((tx) => recordedAfter(tx, cursor, AT_ONCE));
    tally = rehearsed(tally, draft, records);
    count += records.length;
    last = records.at(-1) ?? last;
    await new Promise(setImmediate);
    if (records.length < AT_ONCE) break;
  }
  const isDone = count < SLICE;
  await move(context, running.id, {
    state: isDone ? 'done' : 'running',
    cursorAt: last.recordedAt,
    cursorId: last.id,
    done: Math.min(running.total, running.done + count),
    tally,
    endedAt: isDone ? context.now : null,
  });
  return true;
}

const move = (context: Context, id: string, to: Parameters<typeof moveRehearsal>[2]): Promise<void> =>
  context.transact((tx) => moveRehearsal(tx, id, to));

let kept: { readonly version: string; readonly pack: LawPack } | undefined;

/** The draft as the law of its day, read once for all slices. */
async function draftOf(context: Context, { version, lawDay, since }: RehearsalRow): Promise<LawPack | undefined> {
  const key = `${version} ${lawDay} ${since}`;
  if (kept?.version === key) return kept.pack;
  const found = await context.read((tx) => findDraftVersion(tx, version));
  const checked = checkPack(found?.body);
  if ('faults' in checked) return undefined;
  kept = { version: key, pack: asOn(checked.pack, lawDay, since) };
  return kept.pack;
}
