import { z } from 'zod';
import type { Tx } from '#db/engine/engine.ts';
import { saveIdentity } from '#db/stores/identities.ts';
import { packInForce } from '#db/stores/market.ts';
import { passCardOf } from '#db/stores/pass-cards.ts';
import { type Person, personOf } from '#db/stores/persons.ts';
import { proposeLink } from '#db/stores/traveller-links.ts';
import { findTraveller, joinParty, lookalikesOf, saveDocument, saveTraveller } from '#db/stores/travellers.ts';
import { findPass, openVisitsOf, type PassRecord, savePass, unusedPassOf } from '#db/stores/visits.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { addDays, ageOn } from '#lib/calendar/day.ts';
import { dayIn, startOfDay } from '#lib/calendar/zone.ts';
import type { LawPack } from '#lib/law/pack.ts';
import { retentionOf } from '#lib/law/retention.ts';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { passStateOf } from '#lib/pass/pass-state.ts';
import { type EntryLaw, lastDayOfStay, type ProposedPass, refusalsToIssue } from '#lib/pass/rules.ts';
import { shortCodeOf } from '#lib/pass/short-code.ts';
import { mayOrThrow } from '#lib/staff/permissions.ts';
import type { TravelDocument } from '#lib/traveller/travel-document.ts';
import type { Context } from './context.ts';
import { DocumentInput, lookupsOf, readDocument } from './parts/document-shown.ts';
import { isRefusal, passInHand, signedText } from './parts/pass-in-hand.ts';
import { type Answer, perform } from './perform.ts';

export const IssuePass = z.strictObject({
  id: z.uuid(),
  gate: z.string().max(16).optional(),
  document: DocumentInput,
  residence: z
    .string()
    .regex(/^[A-Z]{1,3}$/)
    .optional(),
  guardianPass: z.string().min(1).max(600).optional(),
});

/** Issues a visitor's pass against a travel document; an unused pass of the same traveller is replaced. @throws Forbidden. */
export async function issuePass(context: Context, input: z.infer<typeof IssuePass>): Promise<Answer<{ pass: PassCard }>> {
  mayOrThrow(context.actor, 'issue-pass');
  return perform(context, 'issue-pass', input, async (tx) => {
    const { pack, hash } = await packInForce(tx, context.now);
    const gate = pack.gates.find(({ code }) => code === (context.actor.gate ?? input.gate));
    if (gate === undefined || (input.gate !== undefined && input.gate !== gate.code))
      return { refused: [refusal('gate-unknown', { gate: input.gate ?? '' })] };
    const day = today(pack, gate.side, context.now);
    const document = readDocument(input.document, day);
    if ('refusals' in document) return { refused: document.refusals };
    const known = await findTraveller(tx, lookupsOf(context, document));
    const person = known === undefined ? undefined : await personOf(tx, known);
    const proposed = await proposedPass(tx, context, {
      pack,
      side: gate.side,
      day,
      document,
      person,
      guardianPass: input.guardianPass,
    });
    if (isRefusal(proposed)) return { refused: [proposed] };
    const refusals = refusalsToIssue(proposed.pass);
    if (refusals.length > 0) return { refused: refusals };
    const residence = input.residence ?? document.nationality;
    const traveller = known ?? context.newId();
    await keepTraveller(tx, context, { traveller, isNew: known === undefined, document, residence, pack });
    const party =
      proposed.guardian === null
        ? null
        : await joinParty(tx, {
            newId: context.newId(),
            guardian: proposed.guardian.traveller,
            child: traveller,
            now: context.now,
          });
    const unused = person === undefined ? undefined : await unusedPassOf(tx, person.members);
    const zone = zoneOf(pack, gate.side);
    const row = {
      id: input.id,
      code: shortCodeOf(context.randomBytes(12)),
      traveller,
      category: 'visitor' as const,
      side: gate.side,
      gate: gate.code,
      nationality: document.nationality,
      residence,
      ageYears: ageOn(document.birthDate, day),
      validFrom: context.now,
      validUntil: startOfDay(zone, addDays(lastDayOfStay(proposed.pass), 1)),
      guardianPass: proposed.guardian?.id ?? null,
      party,
      packHash: hash,
      keyId: context.keys.passKeyId,
      replaces: unused?.id ?? null,
      issuedAt: context.now,
    };
    await savePass(tx, { ...row, text: signedText(context, row) });
    const saved = (await findPass(tx, { id: row.id })) as PassRecord;
    return {
      body: { pass: await passCardOf(tx, context.keys, saved, context.now) },
      subject: row.id,
      facts: { side: gate.side, gate: gate.code, nationality: row.nationality },
    };
  });
}

type Proposed = { readonly pass: ProposedPass; readonly guardian: PassRecord | null };

async function proposedPass(
  tx: Tx,
  context: Context,
  of: {
    pack: LawPack;
    side: string;
    day: string;
    document: TravelDocument;
    person: Person | undefined;
    guardianPass: string | undefined;
  },
): Promise<Proposed | Refusal> {
  const guardian = of.guardianPass === undefined ? null : await passInHand(tx, context, of.guardianPass);
  if (guardian !== null && isRefusal(guardian))
    return guardian.reason === 'pass-unknown' ? refusal('guardian-pass-not-in-force', { state: 'unknown' }) : guardian;
  const [open] = of.person === undefined ? [] : await openVisitsOf(tx, of.person.members);
  return {
    guardian,
    pass: {
      document: of.document,
      side: of.side,
      day: of.day,
      law: entryLaw(of.pack, of.side),
      guardian:
        guardian === null
          ? null
          : {
              pass: passStateOf(guardian, context.now),
              side: guardian.side,
              age: guardian.ageYears,
              isTraveller: of.person?.members.includes(guardian.traveller) ?? false,
            },
      openVisit: open === undefined ? null : { id: open.id, side: open.side, enteredAt: open.enteredAt },
    },
  };
}

async function keepTraveller(
  tx: Tx,
  context: Context,
  of: { traveller: string; isNew: boolean; document: TravelDocument; residence: string; pack: LawPack },
): Promise<void> {
  const { document, traveller } = of;
  const { lookup, personalLookup, likeness } = lookupsOf(context, document);
  if (of.isNew)
    await saveTraveller(tx, {
      id: traveller,
      nationality: document.nationality,
      residence: of.residence,
      recordedAt: context.now,
    });
  const today = context.now.slice(0, 10);
  const retention = retentionOf(of.pack);
  const lookalikes = await lookalikesOf(tx, likeness, traveller);
  const kept = await saveDocument(tx, {
    id: context.newId(),
    traveller,
    type: document.type,
    issuer: document.issuer,
    lookup,
    personalLookup,
    likeness,
    keyVersion: 1,
    expiresOn: document.expiresOn,
    recordedAt: context.now,
    retainUntil: addDays(today, retention.documentLookups.days),
  });
  await saveIdentity(tx, context.keys, {
    traveller,
    document: kept,
    identity: {
      surname: document.surname,
      givenNames: document.givenNames,
      birthDate: document.birthDate,
      sex: document.sex,
      documentNumber: document.number,
    },
    recordedAt: context.now,
    day: today,
    retention,
  });
  for (const earlier of lookalikes) await proposeLink(tx, { id: context.newId(), pair: [earlier, traveller], now: context.now });
}

function entryLaw(pack: LawPack, side: string): EntryLaw {
  const documents = pack.sides.find(({ code }) => code === side)?.documents ?? [];
  const { nationalities } = pack.entry;
  return {
    minorUnder: pack.entry.minorUnder,
    stayDays: pack.entry.stayDays,
    documents,
    admitted: nationalities === 'all' ? 'all' : (nationalities.include ?? 'all'),
  };
}

const zoneOf = (pack: LawPack, side: string) => (pack.sides.find(({ code }) => code === side) as LawPack['sides'][number]).zone;
const today = (pack: LawPack, side: string, now: string) => dayIn(zoneOf(pack, side), now);
