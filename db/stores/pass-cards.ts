import { and, eq, inArray } from 'drizzle-orm';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { passStateOf } from '#lib/pass/pass-state.ts';
import { ageClassOf } from '#lib/pass/rules.ts';
import { initialsOf } from '#lib/traveller/names.ts';
import type { Tx } from '../engine/engine.ts';
import { keptList } from '../engine/kept-query.ts';
import type { Keys } from '../keys/keys.ts';
import { partyMember } from '../schema/traveller.ts';
import { identityOf } from './identities.ts';
import { packInForce } from './market.ts';
import { personOf } from './persons.ts';
import type { PassRecord } from './visits.ts';

const ledBy = keptList([], (tx, members) =>
  tx
    .select()
    .from(partyMember)
    .where(and(inArray(partyMember.traveller, members), eq(partyMember.role, 'guardian'))),
);

export async function passCardOf(tx: Tx, keys: Keys, pass: PassRecord, now: string): Promise<PassCard> {
  const { pack } = await packInForce(tx, now);
  const identity = await identityOf(tx, keys, pass.traveller);
  const { members } = await personOf(tx, pass.traveller);
  const [leads] = await ledBy(tx, members, {});
  const { state } = passStateOf(pass, now);
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
      initials: initialsOf({ surname: identity?.surname ?? '', givenNames: identity?.givenNames ?? '' }),
      nationality: pass.nationality,
      residence: pass.residence,
      ageClass: ageClassOf(pass.ageYears, { ...pack.entry, adultFrom: pack.entry.adultFrom ?? pack.entry.minorUnder }),
    },
    party: pass.party ?? leads?.party ?? null,
    guardian: leads !== undefined,
    visit:
      pass.visit === null
        ? null
        : { id: pass.visit.id, state: pass.visit.state, enteredAt: pass.visit.enteredAt, side: pass.visit.side },
  };
}
