import { signedFetch } from './signed-fetch.ts';
import type { RefusalView } from './views.ts';

export type Answer<Body> =
  | { readonly kind: 'done'; readonly status: number; readonly body: Body }
  | { readonly kind: 'refused'; readonly status: number; readonly refusals: readonly RefusalView[] }
  | { readonly kind: 'fault'; readonly status: number; readonly title: string };

type Method = 'GET' | 'POST';
type Problem = { title?: string; reason?: string; facts?: RefusalView['facts']; refusals?: readonly RefusalView[] };

const PATIENCE_MS = 15_000;
/** A whole catalogue takes its time on the way and there. */
const PATIENCE_PER_LETTER_MS = 0.01;

/**
 * Calls the market's own API with this device's cookie. Refusals come back as values; everything else that went wrong is a fault
 * (status 0: no answer at all). Never throws.
 */
export async function callApi<Body>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Body>> {
  try {
    const door = headers['x-serai-door'] ?? doorHere();
    const text = body === undefined ? undefined : JSON.stringify(body);
    const response = await signedFetch({
      method,
      path: path.startsWith('/') ? path : `/api/v1/${path}`,
      door,
      body: text,
      headers: { 'x-serai-door': door, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      patienceMs: PATIENCE_MS + (text?.length ?? 0) * PATIENCE_PER_LETTER_MS,
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { kind: 'done', status: response.status, body: answer as Body };
    return refusedOrFault(response.status, (answer ?? {}) as Problem);
  } catch (fault) {
    return { kind: 'fault', status: 0, title: fault instanceof Error ? fault.message : String(fault) };
  }
}

/** One browser may hold several devices and a person: the server is told which door asks. */
const doorHere = () => window.location.pathname.split('/')[1] ?? '';

function refusedOrFault(status: number, problem: Problem): Answer<never> {
  const first = problem.reason ? [{ reason: problem.reason, facts: problem.facts ?? {} }] : [];
  const refusals = problem.refusals?.length ? problem.refusals : first;
  if ((status === 422 || status === 409) && refusals.length > 0) return { kind: 'refused', status, refusals };
  return { kind: 'fault', status, title: problem.title ?? String(status) };
}

/** A new id for an act: UUID version 7, so that ids sort by the time they were made. */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let place = 0, rest = now; place < 6; place += 1, rest = Math.floor(rest / 256)) bytes[5 - place] = rest % 256;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
