import type { Crossing } from './decision.ts';
import type { LawPack } from './pack.ts';
import { rulesInForce } from './rules-in-force.ts';

export type AccountTerms = {
  readonly rule: string;
  /** 'visit', 'sale', '2026-11-22', '2026-11', '2026' or 'rolling-30'. */
  readonly period: string;
  readonly unit: string;
  readonly limit: number;
};

/** Every account that a visit may touch on leaving by this side: load what they hold before deciding. */
export const accountsOf = (pack: LawPack, crossing: Crossing): readonly AccountTerms[] =>
  rulesInForce(pack, crossing).map(({ rule, period, unit, limit }) => ({ rule: rule.id, period, unit, limit }));
