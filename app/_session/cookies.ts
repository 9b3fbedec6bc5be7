import type { Settings } from '../settings.ts';

export const SESSION_COOKIE = 'next-auth.session-token';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

export const isSecure = ({ origins }: Pick<Settings, 'origins'>): boolean => origins[0]?.startsWith('https:') ?? false;

/** The cookie in which a browser keeps what it was enrolled as, one for each door. */
export const deviceCookie = (settings: Pick<Settings, 'origins'>, role: string): string =>
  `${isSecure(settings) ? '__Host-' : ''}serai-${role}`;

export const deviceCookieHeader = (settings: Pick<Settings, 'origins'>, role: string, token: string): string =>
  `${deviceCookie(settings, role)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${YEAR_IN_SECONDS}${isSecure(settings) ? '; Secure' : ''}`;

export function cookiesOf(header: string | undefined): Readonly<Record<string, string>> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.filter(([name]) => name !== '').map(([name, value]) => [name, value ?? '']));
}
