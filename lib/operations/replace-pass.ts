import { z } from 'zod';
import { passCardOf } from '#db/stores/pass-cards.ts';
import { personOf } from '#db/stores/persons.ts';
import { findTraveller } from '#db/stores/travellers.ts';
import { findPass, type PassRecord, savePass } from '#db/stores/visits.ts';
import { refusal } from '#lib/act/refusal.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { passStateOf } from '#lib/pass/pass-state.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { Context } from './context.ts';
import { DocumentInput, lookupsOf, readDocument } from './parts/document-shown.ts';
import { isRefusal, passInHand, signedText } from './parts/pass-in-hand.ts';
import { type Answer, perform } from './perform.ts';

export const ReplacePass = z.strictObject({ id: z.uuid(), pass: z.string().min(1).max(600), document: DocumentInput });

/** A lost pass is replaced within the visit: the old one stops at once, the new one goes on with the same visit. @throws Forbidden. */
export async function replacePass(context: Context, input: z.infer<typeof ReplacePass>): Promise<Answer<{ pass: PassCard }>> {
  mayOrThrow(context.actor, 'replace-pass');
  return perform(context, 'replace-pass', input, async (tx) => {
    const lost = await passInHand(tx, context, input.pass);
    if (isRefusal(lost)) return { refused: [lost] };
    const { state } = passStateOf(lost, context.now);
    if (state !== 'issued' && state !== 'in-force') return { refused: [refusal(`pass-${state}`)] };
    const document = readDocument(input.document, context.now.slice(0, 10));
    if ('refusals' in document) return { refused: document.refusals };
    const holder = await findTraveller(tx, lookupsOf(context, document));
    if (holder === undefined || !(await personOf(tx, lost.traveller)).members.includes(holder))
      return { refused: [refusal('document-of-another')] };
    const { revocation, replacement, visit, visits, text, ...same } = lost;
    const row = {
      ...same,
      id: input.id,
      code: shortCodeOf(context.randomBytes(12)),
      replaces: lost.id,
      issuedAt: context.now,
      keyId: context.keys.passKeyId,
    };
    await savePass(tx, { ...row, text: signedText(context, row) });
    const saved = (await findPass(tx, { id: row.id })) as PassRecord;
    return {
      body: { pass: await passCardOf(tx, context.keys, saved, context.now) },
      subject: row.id,
      facts: { replaces: lost.id },
    };
  });
}
