import { findPerson, type PersonRow, setWrongAttempts, wrongAttemptsOf } from '#db/stores/staff.ts';
import { suspensionOf } from '#db/stores/vendors.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { type Actor, isMarketDesk } from '#lib/staff/actor.ts';
import { lockedUntil } from '#lib/staff/lock-out.ts';
import type { Context } from '../context.ts';

/**
 * The person whose PIN this is, at a device where they may stand; `market`: one of the market's own people, who only signs here. Wrong ones
 * are counted for this pair only, so that nobody locks another's till.
 */
export async function checkPin(
  context: Context,
  personId: string,
  pin: string,
  whose: 'vendor' | 'market' = 'vendor',
): Promise<PersonRow | Refusal> {
  const pair = `${context.actor.id}|${personId}`;
  const { found, attempts, suspended } = await context.read(async (tx) => ({
    found: await findPerson(tx, { id: personId }),
    attempts: await wrongAttemptsOf(tx, pair),
    suspended: await suspensionOf(tx, personId),
  }));
  const until = lockedUntil(attempts);
  if (until > context.now) return refusal('pin-locked', { until });
  const belongs = found !== undefined && (whose === 'market' ? isOfMarket(found) : mayStandAt(found, context.actor));
  const right = await context.verifySecret(belongs ? found.pinHash : null, pin);
  await context.transact((tx) => setWrongAttempts(tx, pair, right ? 0 : attempts.count + 1, context.now));
  if (!belongs || !right) return refusal('pin-wrong');
  return suspended === undefined ? found : refusal('person-suspended', { why: suspended.reason });
}

const isOfMarket = ({ role }: PersonRow): boolean => role === 'officer' || role === 'administrator';

function mayStandAt(person: PersonRow, actor: Actor): boolean {
  if (actor.role === 'gate') return person.role === 'officer';
  if (isMarketDesk(actor)) return isOfMarket(person);
  return (person.role === 'cashier' || person.role === 'owner') && person.vendor === actor.vendor;
}
