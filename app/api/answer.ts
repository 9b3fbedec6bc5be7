import { Busy } from '#db/engine/engine.ts';
import { digestOf } from '#lib/act/act.ts';
import type { Context } from '#lib/operations/context.ts';
import { ActIdReused } from '#lib/operations/perform.ts';
import { type Actor, Forbidden, NotYours } from '#lib/staff/actor.ts';
import { faultText } from '../fault-text.ts';
import { busy } from '../readiness.ts';
import type { Serai } from '../serai.ts';
import { type Call, parametersOf, rolesOf } from './call.ts';
import { CALLS } from './calls.ts';
import { problem, type Reply } from './problem.ts';

/** What was asked, without any Request object. `body` is the raw text of a POST. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[]>>;
  readonly contentType: string;
  readonly body: string;
  readonly actor: Actor | undefined;
  /** What a browser signed to ask it. */
  readonly proof?: Context['proof'];
  readonly address?: string | null;
};

const MATCHERS = CALLS.map((call) => ({ call, pattern: new RegExp(`^${call.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`) }));

/** Calls whose path is no pattern, which is most of what is asked. */
const FIXED = new Map(
  CALLS.filter((call) => parametersOf(call).length === 0).map((call) => [`${call.method} ${call.path}`, call]),
);

type Matched = { readonly call: Call; readonly parameters: Readonly<Record<string, string>> };

/** A fixed path wins over one with a parameter: /passes/search before /passes/{pass}. */
function callAt(method: string, path: string): Matched | { readonly others: readonly string[] } {
  const fixed = FIXED.get(`${method} ${path}`);
  if (fixed !== undefined) return { call: fixed, parameters: {} };
  const here = MATCHERS.flatMap(({ call, pattern }) => {
    const found = pattern.exec(path);
    return found === null ? [] : [{ call, parameters: found.groups ?? {} }];
  });
  const [matched] = here
    .filter(({ call }) => call.method === method)
    .sort((a, b) => parametersOf(a.call).length - parametersOf(b.call).length);
  return matched ?? { others: here.map(({ call }) => call.method) };
}

const NOBODY: Actor = {
  kind: 'shopper',
  id: 'nobody',
  role: 'shopper',
  name: '',
  code: '',
  side: null,
  gate: null,
  stall: null,
  vendor: null,
  operator: null,
  pass: null,
  screen: false,
};

/** Answers a call: finds it, asks who may, reads the input, runs it. Never throws. */
export async function answer(serai: Serai, asked: Asked): Promise<Reply> {
  const matched = callAt(asked.method, asked.path);
  if ('others' in matched)
    return matched.others.length === 0 ? problem(404) : problem(405, {}, { allow: matched.others.join(', ') });
  const { call } = matched;
  if (call.action !== 'public') {
    if (asked.actor === undefined) return problem(401);
    if (!rolesOf(call).includes(asked.actor.role)) return problem(403);
  }
  const raw = rawInput(call, asked, matched.parameters);
  if ('status' in raw) return raw;
  const parsed = call.input.safeParse(raw.input);
  if (!parsed.success)
    return problem(400, {
      faults: parsed.error.issues
        .slice(0, 20)
        .map(({ path, message }) => ({ pointer: `/${path.map(String).join('/')}`, detail: message })),
    });
  return run(serai, call, serai.contextOf(asked.actor ?? NOBODY, asked), parsed.data);
}

function rawInput(
  call: Call,
  asked: Asked,
  parameters: Readonly<Record<string, string>>,
): { input: Record<string, unknown> } | Reply {
  let decoded: Record<string, string>;
  try {
    decoded = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    return problem(400, { faults: [{ pointer: '', detail: 'The path is not percent-encoded UTF-8.' }] });
  }
  if (call.method === 'GET') return { input: { ...asked.query, ...decoded } };
  if (!/^application\/json(;|$)/i.test(asked.contentType.trim())) return problem(415);
  try {
    const body: unknown = JSON.parse(asked.body);
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      return problem(400, { faults: [{ pointer: '', detail: 'Send one JSON object.' }] });
    if (Object.keys(decoded).some((name) => Object.hasOwn(body, name)))
      return problem(400, { faults: [{ pointer: '', detail: 'A field of the path stands in the body too.' }] });
    return { input: { ...body, ...decoded } };
  } catch {
    return problem(400, { faults: [{ pointer: '', detail: 'The body is not JSON.' }] });
  }
}

async function run(serai: Serai, call: Call, context: Context, input: { readonly id?: string }): Promise<Reply> {
  const { actor } = context;
  const began = performance.now();
  try {
    const reply = await call.run(context, input as never);
    // The path's own words and never its values: a log names nobody.
    serai.log.info(
      { call: `${call.method} ${call.path}`, status: reply.status, ms: Math.round(performance.now() - began) },
      'call',
    );
    if (reply.status === 422) await tally(serai, call, actor, input.id, reply);
    return reply;
  } catch (fault) {
    if (fault instanceof Forbidden) return problem(403);
    if (fault instanceof NotYours) return problem(404);
    if (fault instanceof ActIdReused)
      return problem(409, { reason: 'act-id-reused', facts: {}, refusals: [{ reason: 'act-id-reused', facts: {} }] });
    if (fault instanceof Busy) return busy(fault);
    serai.log.error(
      {
        call: `${call.method} ${call.path}`,
        fault: faultText(fault),
        about: digestOf(actor.id).slice(0, 12),
      },
      'call broke',
    );
    return problem(500);
  }
}

/** The door's own count of what it refused and why; the act itself wrote nothing. */
async function tally(serai: Serai, call: Call, actor: Actor, act: string | undefined, reply: Reply): Promise<void> {
  const { reason } = reply.body as { reason?: string };
  if (reason !== undefined && call.method === 'POST' && !call.path.endsWith('/decisions'))
    await serai.tallyRefusal({ actor, call: call.path, reason, act: act ?? null });
}
