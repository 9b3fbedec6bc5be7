import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { findPerson, setWrongAttempts, startSignIn, wrongAttemptsOf } from '#db/stores/staff.ts';
import { suspensionOf } from '#db/stores/vendors.ts';
import { lockedUntil } from '#lib/staff/lock-out.ts';
import { theSerai } from '../serai.ts';
import { isSecure, sessionCookie } from './cookies.ts';

declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string;
  }
}
declare module 'next-auth' {
  interface User {
    sid: string;
  }
}

const Given = z.object({ login: z.string().min(1).max(80), password: z.string().min(1).max(200) });

const HOURS = 12;

/** People sign in with a login and a password; the token holds only the id of a session row, asked on every request. */
export function signInOptions(): NextAuthOptions {
  const { keys, settings } = theSerai();
  return {
    secret: keys.sessionSecret,
    session: { strategy: 'jwt', maxAge: HOURS * 3600 },
    pages: { signIn: '/sign-in' },
    useSecureCookies: isSecure(settings),
    cookies: {
      sessionToken: {
        name: sessionCookie(settings),
        options: { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure(settings) },
      },
    },
    providers: [credentials({ credentials: { login: {}, password: {} }, authorize: (given) => signIn(given) })],
    callbacks: {
      jwt: ({ token, user }) => (user === undefined ? token : { ...token, sid: user.sid }),
      session: ({ session }) => session,
    },
  };
}

async function signIn(given: unknown): Promise<{ id: string; name: string; sid: string } | null> {
  const serai = theSerai();
  const parsed = Given.safeParse(given);
  if (!parsed.success) return null;
  const { login, password } = parsed.data;
  const context = serai.contextOf({
    kind: 'shopper',
    id: 'sign-in',
    role: 'shopper',
    name: '',
    code: '',
    side: null,
    gate: null,
    stall: null,
    vendor: null,
    operator: null,
    pass: null,
    screen: true,
  });
  const pair = `sign-in|${login}`;
  const { person, attempts, suspended } = await context.read(async (tx) => {
    const person = await findPerson(tx, { login });
    return {
      person,
      attempts: await wrongAttemptsOf(tx, pair),
      suspended: person === undefined ? undefined : await suspensionOf(tx, person.id),
    };
  });
  if (lockedUntil(attempts) > context.now) return null;
  const right = await context.verifySecret(person?.passwordHash ?? null, password);
  const welcome = person !== undefined && right && suspended === undefined;
  const sid = context.newId();
  await context.transact(async (tx) => {
    await setWrongAttempts(tx, pair, right ? 0 : attempts.count + 1, context.now);
    if (welcome) await startSignIn(tx, { id: sid, person: person.id, startedAt: context.now });
  });
  return welcome ? { id: person.id, name: person.name, sid } : null;
}
