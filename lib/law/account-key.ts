import { type Day, dayIn } from '#lib/calendar/zone.ts';
import type { Crossing, FactLine } from './decision.ts';
import type { LawPack } from './pack.ts';
import { periodOf, rolls, zoneOf } from './period.ts';
import { rulesInForce, sideOf } from './rules-in-force.ts';

export type AccountTerms = {
  /** `${rule}|${period}`, as Facts.used and Decision.plan name it. */
  readonly account: string;
  readonly rule: string;
  /** 'visit', '2026-11-22', '2026-11', '2026', 'rolling-30' or 'rolling-3-years'. */
  readonly period: string;
  readonly unit: string;
  readonly limit: number;
  readonly holder?: string;
  /** In a rolling window, the day by which amounts have left it. */
  readonly rollingOn?: Day;
};

type Touching = Crossing & { readonly lines?: readonly FactLine[] };

/** Every account that a visit may touch on leaving by this side: load what they hold before deciding. */
export function accountsOf(pack: LawPack, crossing: Touching): readonly AccountTerms[] {
  const { zone } = sideOf(pack, crossing.exitSide);
  return rulesInForce(pack, crossing).flatMap(({ rule, accountIn, unit, limit, holder }) => {
    if (['item', 'model', 'sale'].includes(rule.period.kind)) return [];
    const sold = rule.picks === 'sale' ? (crossing.lines ?? []).map(({ soldAt }) => soldAt ?? crossing.at) : [];
    const instants = [rule.picks === 'entry' ? (crossing.enteredAt ?? crossing.at) : crossing.at, ...sold];
    const periods = new Set(instants.map((at) => periodOf(rule.period, at, zone)));
    return [...periods].flatMap((period) =>
      period === undefined
        ? []
        : {
            account: accountIn(period),
            rule: rule.id,
            period,
            unit,
            limit,
            ...(holder === undefined ? {} : { holder }),
            ...(rolls(period) ? { rollingOn: dayIn(zoneOf(rule.period, zone), crossing.at) } : {}),
          },
    );
  });
}
