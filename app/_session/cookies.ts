import type { Settings } from '../settings.ts';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

export const isSecure = ({ origins }: Pick<Settings, 'origins'>): boolean => origins[0]?.startsWith('https:') ?? false;

/** Behind https a browser takes these cookies from this very host only, and sends them nowhere else. */
const prefixed = (settings: Pick<Settings, 'origins'>, name: string): string => `${isSecure(settings) ? '__Host-' : ''}${name}`;

/** The cookie of a person who signed in. */
export const sessionCookie = (settings: Pick<Settings, 'origins'>): string => prefixed(settings, 'next-auth.session-token');

/** The cookie in which a browser keeps what it was enrolled as, one for each door. */
export const deviceCookie = (settings: Pick<Settings, 'origins'>, door: string): string => prefixed(settings, `serai-${door}`);

/** The market's desk stands at the till's door. */
const doorOf = (role: string): string => (role === 'desk' ? 'till' : role);

export const deviceCookieHeader = (settings: Pick<Settings, 'origins'>, role: string, token: string): string =>
  `${deviceCookie(settings, doorOf(role))}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${YEAR_IN_SECONDS}${isSecure(settings) ? '; Secure' : ''}`;

export function cookiesOf(header: string | undefined): Readonly<Record<string, string>> {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.filter(([name]) => name !== '').map(([name, value]) => [name, value ?? '']));
}
