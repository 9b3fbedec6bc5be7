import { type NextRequest, NextResponse } from 'next/server';
import { isLanguage } from '#lib/words/languages.ts';
import { isSecure } from './app/_session/cookies.ts';
import { readSettings } from './app/settings.ts';

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;
/** Where codes are read by camera; no other page may so much as ask for one. */
const DOORS_THAT_READ = ['/till', '/gate', '/pass'];
const IS_SECURE = isSecure(readSettings(process.env));

/** Gives each page its own script nonce, and turns `?lang=ur` into the cookie that every later page reads. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentPolicy(nonce);
  const lang = request.nextUrl.searchParams.get('lang');
  const chosen = isLanguage(lang) ? lang : undefined;

  if (chosen) request.cookies.set('lang', chosen);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  const reads = DOORS_THAT_READ.includes(request.nextUrl.pathname);
  response.headers.set('permissions-policy', `camera=(${reads ? 'self' : ''}), microphone=(), geolocation=()`);
  if (chosen) response.cookies.set('lang', chosen, { maxAge: YEAR_IN_SECONDS, sameSite: 'lax', path: '/', secure: IS_SECURE });
  return response;
}

export const config = { matcher: '/((?!api/|_next/|.*\\..*).*)' };

function contentPolicy(nonce: string): string {
  // Turbopack's development client evaluates code; a built page never does.
  const development = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
