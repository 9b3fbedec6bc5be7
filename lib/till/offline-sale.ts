import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { amountOf, type Money } from '#lib/money/money.ts';
import type { PassState } from '#lib/pass/pass-state.ts';

/** How a till numbers what it sells without a network: apart from what the market numbers, and never reused on one device. */
export const offlineNumber = (device: string, number: number): string => `${device}-X${String(number).padStart(6, '0')}`;

/** What a till says of the time of a sale: by the newest beacon and its own clock since. */
export type SaidTime = {
  /** As all instants here: RFC 3339, UTC, with milliseconds, so that they compare as text. */
  readonly saidAt: string;
  readonly beaconAt: string | undefined;
  /** The market's clock when the sale comes in. */
  readonly now: string;
};

/** The instant of an offline sale: as the till says, but not before the beacon it had nor after it came in. */
export function happenedAt({ saidAt, beaconAt, now }: SaidTime): string {
  if (beaconAt !== undefined && saidAt < beaconAt) return beaconAt;
  return saidAt > now ? now : saidAt;
}

/** A sale that was made without a network and is a fact by now, beside all that the market knows when it comes in. */
export type UploadedSale = {
  readonly time: SaidTime;
  readonly pass: PassState;
  readonly visit: 'open' | 'presented' | 'closed';
  /** Why the market would have refused it. */
  readonly refusals: readonly Refusal[];
  /** Whether its goods were held for the till: still when it came in, recalled before that, or not at all. */
  readonly lease: 'held' | 'recalled' | 'none';
  readonly total: Money;
  /** The most that may be sold so; undefined: nothing. */
  readonly floor: Money | undefined;
  /** What the till's shelf asked for the goods, and what the market's asks by its record. */
  readonly asked: Money;
  readonly listed: Money;
  /** Why they might not be so cheap. */
  readonly discount: Refusal | undefined;
  /** What is odd about the money that was taken. */
  readonly money: Refusal | undefined;
  readonly isSessionOver: boolean;
  readonly isOwnPass: boolean;
};

type Check = (sale: UploadedSale) => readonly Refusal[] | Refusal | undefined;

const passWasGood: Check = ({ pass }) => {
  if (pass.state === 'revoked') return refusal('pass-revoked', { revokedAt: pass.revokedAt, cause: pass.cause });
  return pass.state === 'replaced' ? refusal('pass-replaced', { replacedAt: pass.replacedAt }) : undefined;
};

const visitWasOpen: Check = ({ visit }) =>
  visit === 'open' ? undefined : refusal(visit === 'closed' ? 'sold-before-exit' : 'visit-presented');

const wasNotRecalled: Check = ({ lease }) => (lease === 'recalled' ? refusal('lease-recalled') : undefined);

const withinTheFloor: Check = ({ lease, total, floor }) => {
  if (lease !== 'none') return undefined;
  if (floor === undefined) return refusal('offline-not-allowed');
  if (floor.minor >= total.minor) return undefined;
  const { amount, currency } = amountOf(floor);
  return refusal('above-offline-floor', { limit: amount, total: amountOf(total).amount, currency });
};

const clockWasRight: Check = ({ time: { saidAt, beaconAt, now } }) => {
  if (beaconAt === undefined) return refusal('clock-not-proven', { at: saidAt });
  return saidAt < beaconAt || saidAt > now ? refusal('clock-wrong', { at: saidAt }) : undefined;
};

const priceWasRight: Check = ({ listed, asked }) => {
  if (listed.minor === asked.minor) return undefined;
  const { amount, currency } = amountOf(listed);
  return refusal('price-moved', { required: amount, tendered: amountOf(asked).amount, currency });
};

const discountWasAllowed: Check = ({ discount }) => discount;

const lawAllowsIt: Check = ({ refusals }) => refusals;
const moneyAddsUp: Check = ({ money }) => money;
const sessionWasOpen: Check = ({ isSessionOver }) => (isSessionOver ? refusal('drawer-closed') : undefined);

const soldToAnother: Check = ({ isOwnPass }) => (isOwnPass ? refusal('own-pass') : undefined);

/** All that somebody should look at in a sale that cannot be refused any more. */
export const CHECKS = [
  lawAllowsIt,
  passWasGood,
  visitWasOpen,
  wasNotRecalled,
  withinTheFloor,
  priceWasRight,
  discountWasAllowed,
  moneyAddsUp,
  clockWasRight,
  sessionWasOpen,
  soldToAnother,
] as const satisfies readonly Check[];

export const flagsOf = (sale: UploadedSale): readonly Refusal[] => CHECKS.flatMap((check: Check) => check(sale) ?? []);
