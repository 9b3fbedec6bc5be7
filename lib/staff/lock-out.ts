const FREE_TRIES = 5;
const FIRST_LOCK_SECONDS = 60;
const LONGEST_LOCK_SECONDS = 3600;

/** After five wrong tries the pair of person and door waits a minute, then two, then four: never more than an hour. */
export function lockedUntil({ count, lastAt }: { readonly count: number; readonly lastAt: string }): string {
  if (count < FREE_TRIES) return '';
  const seconds = Math.min(FIRST_LOCK_SECONDS * 2 ** (count - FREE_TRIES), LONGEST_LOCK_SECONDS);
  return new Date(Date.parse(lastAt) + seconds * 1000).toISOString();
}
