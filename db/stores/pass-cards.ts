import { and, eq } from 'drizzle-orm';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { passStateOf, visitsOf } from '#lib/pass/pass-state.ts';
import { ageClassOf } from '#lib/pass/rules.ts';
import { initialsOf } from '#lib/traveller/names.ts';
import type { Tx } from '../engine/engine.ts';
import type { Keys } from '../keys/keys.ts';
import { partyMember } from '../schema/traveller.ts';
import { packInForce } from './market.ts';
import { identityOf } from './travellers.ts';
import type { PassRecord } from './visits.ts';

const ADULT_FROM = 18;

export async function passCardOf(tx: Tx, keys: Keys, pass: PassRecord, now: string): Promise<PassCard> {
  const { pack } = await packInForce(tx, now);
  const identity = await identityOf(tx, keys, pass.traveller);
  const [leads] = await tx
    .select()
    .from(partyMember)
    .where(and(eq(partyMember.traveller, pass.traveller), eq(partyMember.role, 'guardian')));
  const replacement = pass.replacedBy === null ? null : { replacedAt: pass.issuedAt, pass: pass.replacedBy };
  const { state } = passStateOf({ ...pass, visits: visitsOf(pass.category), replacement }, now);
  return {
    id: pass.id,
    code: pass.code,
    qr: pass.text,
    category: pass.category,
    side: pass.side,
    gate: pass.gate,
    state,
    validFrom: pass.validFrom,
    validUntil: pass.validUntil,
    traveller: {
      initials: identity === undefined ? '' : initialsOf(identity),
      nationality: pass.nationality,
      residence: pass.residence,
      ageClass: ageClassOf(pass.ageYears, { minorUnder: pack.entry.minorUnder, adultFrom: ADULT_FROM }),
    },
    party: pass.party ?? leads?.party ?? null,
    guardian: leads !== undefined,
    visit:
      pass.visit === null
        ? null
        : { id: pass.visit.id, state: pass.visit.state, enteredAt: pass.visit.enteredAt, side: pass.visit.side },
  };
}
