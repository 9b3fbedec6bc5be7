import type { Tx } from '#db/engine/engine.ts';
import { packInForce, settingsOf } from '#db/stores/market.ts';
import type { PassRecord } from '#db/stores/visits.ts';
import { dayIn } from '#lib/calendar/zone.ts';
import { type AccountTerms, accountsOf } from '#lib/law/account-key.ts';
import { sideOf } from '#lib/law/rules-in-force.ts';

export type OutsideAccount = AccountTerms & { readonly side: string };

/** The accounts of every side that outlast a visit, as they were at an instant: what is known from elsewhere is known of one of these. */
export async function outsideAccounts(tx: Tx, pass: PassRecord, at: string): Promise<readonly OutsideAccount[]> {
  const { pack } = await packInForce(tx, at);
  const { nationality, residence, ageYears: age } = pass;
  const accounts: OutsideAccount[] = [];
  for (const { code: side } of pack.sides) {
    const law = await packInForce(tx, at, side);
    const settings = await settingsOf(tx, dayIn(sideOf(law.pack, side).zone, at));
    const crossing = { exitSide: side, at, traveller: { nationality, residence, age, classes: [pass.category] }, settings };
    accounts.push(
      ...accountsOf(law.pack, crossing)
        .filter(({ period }) => period !== 'visit')
        .map((each) => ({ ...each, side })),
    );
  }
  return accounts;
}
