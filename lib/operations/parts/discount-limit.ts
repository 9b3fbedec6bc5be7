import type { Tx } from '#db/engine/engine.ts';
import { discountLimitAt, findDiscountApproval, usesOfApproval } from '#db/stores/discounts.ts';
import { findPerson } from '#db/stores/staff.ts';
import type { StallRecord } from '#db/stores/vendors.ts';
import { type Refusal, refusal } from '#lib/act/refusal.ts';
import { amountOf } from '#lib/money/money.ts';
import { isWithin, percentOf } from '#lib/sale/discount.ts';
import type { Actor } from '#lib/staff/actor.ts';

/** Discounts of one sale, and whose word there is for them. */
export type Claimed = {
  readonly actor: Actor;
  readonly stall: StallRecord;
  /** When the limit counted. */
  readonly at: string;
  readonly tillSession: string | null;
  readonly payment: string;
  readonly approval: string | undefined;
  readonly currency: string;
  readonly lines: readonly { readonly listMinor: number; readonly paidMinor: number }[];
};

/** The word that discounts stand on: nobody's but the cashier's up to the stall's limit; above it an owner's of its vendor. */
export type DiscountWord = { readonly approval: string | null };

/** Whose word a sale's discounts stand on: an owner stands at the till, or has given it for this payment; or that there is none. */
export async function discountWord(tx: Tx, claimed: Claimed): Promise<DiscountWord | Refusal> {
  const { actor, stall, at, approval, currency } = claimed;
  const lines = claimed.lines.map(({ listMinor, paidMinor }) => ({ listMinor, discountMinor: listMinor - paidMinor }));
  const minor = lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
  if (minor === 0) return { approval: null };
  const limit = await discountLimitAt(tx, stall.id, at);
  if (isWithin(lines, limit) || (await isOwner(tx, actor.operator?.id, stall))) return { approval: null };
  if (approval !== undefined && (await isApproved(tx, claimed, approval, minor))) return { approval };
  return refusal('discount-needs-approval', { percent: percentOf(limit), ...amountOf({ minor, currency }) });
}

async function isApproved(
  tx: Tx,
  { actor, stall, tillSession, payment, currency }: Claimed,
  id: string,
  minor: number,
): Promise<boolean> {
  const approval = await findDiscountApproval(tx, id);
  if (approval === undefined || approval.device !== actor.id || approval.tillSession !== tillSession) return false;
  const uses = await usesOfApproval(tx, id);
  const left = approval.minor - uses.reduce((sum, use) => sum + use.minor, 0);
  const isForThis = uses.every((use) => use.payment === payment);
  return isForThis && approval.currency === currency && minor <= left && (await isOwner(tx, approval.approvedBy, stall));
}

async function isOwner(tx: Tx, id: string | undefined, stall: StallRecord): Promise<boolean> {
  const person = id === undefined ? undefined : await findPerson(tx, { id });
  return person?.role === 'owner' && person.vendor === stall.vendor.id;
}
