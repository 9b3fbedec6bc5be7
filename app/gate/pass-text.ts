import { isShortCode, plainCode } from '#lib/pass/short-code.ts';

/** What was scanned or typed, as the market takes it: the link on a phone is opened, a code loses its hyphens. */
export function passTextOf(read: string): string {
  const text = read.trim();
  const linked = /^https?:.*?#(.+)$/.exec(text)?.[1]?.replaceAll('%20', ' ');
  if (linked !== undefined) return linked;
  return isShortCode(text) ? plainCode(text) : text;
}
