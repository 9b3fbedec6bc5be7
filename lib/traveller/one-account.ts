/** What one visit used of an account, oldest first, and what of it stands within the limit. The rest is excess. */
export function withinLimit(used: readonly number[], limit: number): readonly number[] {
  let room = Math.max(0, limit);
  return used.map((amount) => {
    const within = Math.min(amount, room);
    room -= within;
    return within;
  });
}
