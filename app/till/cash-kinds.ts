import type { Keeper } from '#lib/till/cash-keeper.ts';

/** What can happen to cash besides a sale. */
export const CASH_KINDS = ['in', 'out', 'toSafe', 'fromSafe', 'toBank'] as const;
export type CashKind = (typeof CASH_KINDS)[number];

/** From whom to whom cash goes; what only comes into the drawer or leaves it has nobody at the other side. */
export const MOVES: Readonly<Partial<Record<CashKind, { readonly from: Keeper; readonly to: Keeper }>>> = {
  toSafe: { from: 'drawer', to: 'safe' },
  fromSafe: { from: 'safe', to: 'drawer' },
  toBank: { from: 'safe', to: 'bank' },
};

export const CASH_REASONS = ['coins', 'supplier', 'other'] as const;
export type CashReason = (typeof CASH_REASONS)[number];
