import type { LimitRow } from '#lib/law/decision.ts';

/** Each limit with what this basket alone takes; what was bought before counts as used. */
export function basketAlone(limits: readonly LimitRow[], before: readonly LimitRow[]): readonly LimitRow[] {
  return limits.map((limit) => {
    const earlier = before.find(({ account }) => account === limit.account);
    const used = earlier ? Math.min(limit.limit - limit.left, earlier.limit - earlier.left) : limit.used;
    return { ...limit, used, visit: Math.max(0, limit.visit - (earlier?.visit ?? 0)) };
  });
}
