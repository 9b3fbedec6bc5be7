import { type FiscalRow, settleDocument, waitingDocuments } from '#db/stores/fiscal-documents.ts';
import { type FiscalAdapter, type FiscalReply, paperOf } from '#lib/fiscal/fiscal-document.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { perform } from './perform.ts';

const AT_ONCE = 50;

type Place = { readonly side: string; readonly adapter: FiscalAdapter };
type Heard = { readonly id: string; readonly reply: FiscalReply };

/**
 * Sends documents of one register that wait, one after another, and writes what became of them in one act. A document that was registered
 * and not written down, because this process ended in between, is sent again under its id, and is the same one.
 * @param rows the oldest of that register. @param isOver asked before each: the market closes. @returns whether the operator was heard.
 * @throws Forbidden.
 */
export async function advanceFiscalDocuments(
  context: Context,
  place: Place,
  rows: readonly FiscalRow[],
  isOver: () => boolean,
): Promise<'done' | 'away'> {
  mayOrThrow(context.actor, 'run-market');
  const register = context.registrarOf(place.adapter);
  const heard: Heard[] = [];
  let isAway = false;
  for (const row of rows) {
    if (isOver()) break;
    const reply = register === undefined ? ({ state: 'away' } as const) : await register(paperOf(row));
    isAway = reply.state === 'away';
    if (isAway) break;
    heard.push({ id: row.id, reply });
  }
  await settle(context, place, heard);
  if (isAway) await makeAutonomous(context, place);
  return isAway ? 'away' : 'done';
}

async function settle(context: Context, place: Place, heard: readonly Heard[]): Promise<void> {
  if (heard.length === 0) return;
  await perform(context, 'settle-fiscal-documents', { id: context.newId() }, async (tx) => {
    const counts = { registered: 0, refused: 0, away: 0 };
    for (const { id, reply } of heard) if (await settleDocument(tx, id, reply, context.now)) counts[reply.state] += 1;
    const { registered, refused } = counts;
    // Another process of this market may have been quicker with all of them.
    if (registered + refused === 0) return { refused: [] };
    return { body: counts, subject: place.side, facts: { side: place.side, registered, turnedDown: refused } };
  });
}

/** All that waits now is autonomous, and what is made from now on is from the first. */
async function makeAutonomous(context: Context, place: Place): Promise<void> {
  let last: FiscalRow | undefined;
  for (;;) {
    const rows = await context.read((tx) => waitingDocuments(tx, place, AT_ONCE, last));
    const pending = rows.filter(({ state }) => state === 'pending');
    if (pending.length > 0)
      await perform(context, 'note-fiscal-autonomy', { id: context.newId() }, async (tx) => {
        let documents = 0;
        for (const { id } of pending) if (await settleDocument(tx, id, { state: 'away' }, context.now)) documents += 1;
        if (documents === 0) return { refused: [] };
        return { body: { documents }, subject: place.side, facts: { side: place.side, documents } };
      });
    last = rows.at(-1);
    if (rows.length < AT_ONCE) return;
  }
}
