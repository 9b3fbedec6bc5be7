import { and, eq } from 'drizzle-orm';
import { passStateOf, visitsOf } from '#lib/pass/pass-state.ts';
import { ageClassOf } from '#lib/pass/rules.ts';
import { initialsOf } from '#lib/traveller/names.ts';
import type { Tx } from '../engine/engine.ts';
import type { Keys } from '../keys/keys.ts';
import { partyMember } from '../schema/traveller.ts';
import { packInForce } from './market.ts';
import { identityOf } from './travellers.ts';
import type { PassRecord } from './visits.ts';

/** A pass as a till, a gate or a phone may see it: initials and an age class, never a name or a number. */
export type PassCard = {
  readonly id: string;
  readonly code: string;
  readonly qr: string;
  readonly category: string;
  readonly side: string;
  readonly gate: string;
  readonly state: 'issued' | 'in-force' | 'spent' | 'revoked' | 'expired' | 'replaced';
  readonly validFrom: string;
  readonly validUntil: string;
  readonly traveller: {
    readonly initials: string;
    readonly nationality: string;
    readonly residence: string;
    readonly ageClass: 'child' | 'minor' | 'adult';
  };
  readonly party: string | null;
  readonly guardian: boolean;
  readonly visit: {
    readonly id: string;
    readonly state: 'open' | 'presented' | 'closed';
    readonly enteredAt: string;
    readonly side: string;
  } | null;
};

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
