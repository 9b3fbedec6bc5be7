const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long the newest backup of each span is kept. */
const KEPT = [
  { span: HOUR_MS, for: 2 * DAY_MS },
  { span: DAY_MS, for: 14 * DAY_MS },
  { span: 7 * DAY_MS, for: 366 * DAY_MS },
];

/** Of backups by their instants those that have served: the newest always stays, as does one for each hour, day and week of their time. */
export function outlived(instants: readonly string[], now: string): readonly string[] {
  const newestFirst = [...instants].sort().reverse();
  const kept = new Set(newestFirst.slice(0, 1));
  for (const { span, for: time } of KEPT) {
    const spans = new Set<number>();
    for (const instant of newestFirst) {
      const ms = Date.parse(instant);
      if (Date.parse(now) - ms > time || spans.has(Math.floor(ms / span))) continue;
      spans.add(Math.floor(ms / span));
      kept.add(instant);
    }
  }
  return newestFirst.filter((instant) => !kept.has(instant));
}
