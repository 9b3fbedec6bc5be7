import { eq } from 'drizzle-orm';
import { answer } from '#app/api/answer.ts';
import type { Reply } from '#app/api/problem.ts';
import { person } from '#db/schema/schema.ts';
import { type Actor, MACHINE } from '#lib/staff/actor.ts';
import type { Market } from './a-market.ts';

/** Somebody of the seed, at the office, by the name they sign in with. */
export async function atTheOffice(market: Market, login: string): Promise<Actor> {
  const [found] = await market.serai.engine.read(async (tx) => tx.select().from(person).where(eq(person.login, login)));
  if (found === undefined) throw new Error(`nobody signs in as ${login}`);
  return { ...MACHINE, id: found.id, role: found.role, name: found.name, code: login, vendor: found.vendor };
}

/** Asks the machine door as somebody. */
export async function askAs(
  market: Market,
  actor: Actor,
  method: 'GET' | 'POST',
  target: string,
  body: unknown = {},
): Promise<Reply & { readonly body: never }> {
  const url = new URL(target, 'http://serai');
  return (await answer(market.serai, {
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    contentType: 'application/json',
    body: JSON.stringify(body),
    actor,
  })) as Reply & { readonly body: never };
}

/** The body of an answer that must have this status. */
export async function told<Body>(asked: Promise<Reply>, status: number): Promise<Body> {
  const reply = await asked;
  if (reply.status !== status)
    throw new Error(`${reply.status} instead of ${status}: ${JSON.stringify(reply.body).slice(0, 800)}`);
  return reply.body as Body;
}

/** The first reason why something was refused. */
export async function whyNot(asked: Promise<Reply>): Promise<string> {
  return (await told<{ reason: string }>(asked, 422)).reason;
}
