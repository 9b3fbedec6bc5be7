import type { Refusal } from '#lib/act/refusal.ts';
import type { PackFault, Wrong } from '#lib/law/fault.ts';
import { faults as words } from '#lib/words/en/law-faults.ts';
import { faultText } from '#lib/words/fault-text.ts';

/** What the machine door answers to anything that is not done: RFC 9457. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** What to do in this very case, where the title says it only in general. */
  readonly detail?: string;
  readonly reason?: string;
  readonly facts?: Refusal['facts'];
  readonly refusals?: readonly Refusal[];
  /** Where the request, or the law pack in it, is wrong; of a pack as reason and facts, too, for a screen in any language. */
  readonly faults?: readonly ({ readonly pointer: string; readonly detail: string } & Partial<Wrong>)[];
};

export type Reply = { readonly status: number; readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };

export const TITLES: Readonly<Record<number, string>> = {
  400: 'The request does not read. See faults.',
  401: 'No device, person or pass is known by what you sent. Enrol the device or sign in.',
  403: 'Your role may not do this.',
  404: 'There is no such thing, or it is not yours.',
  405: 'This path does not take that method.',
  408: 'The request did not arrive in time. Send it again; the same id is safe.',
  409: 'This id was used for another act. Make a new one.',
  413: 'The body is larger than 256 KiB. Send less at a time.',
  415: 'Send JSON with content-type: application/json.',
  422: 'The market refuses this. See refusals for why and what to do.',
  431: 'The address and headers are longer than 16 KiB. Ask for less at a time.',
  500: 'Something broke here. It is logged; try again, the same id is safe.',
  503: 'The market is busy. Try again with the same id after the time in Retry-After.',
};

export function problem(
  status: number,
  more: Omit<Problem, 'type' | 'title' | 'status'> = {},
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const body: Problem = { type: 'about:blank', title: TITLES[status] ?? 'Not done.', status, ...more };
  return { status, body, headers: { 'content-type': 'application/problem+json', ...headers } };
}

/** All reasons to refuse; the first is the one that the caller can do something about. */
export function refused(refusals: readonly Refusal[], faults: readonly PackFault[] = []): Reply {
  const [first] = refusals;
  const said = faults.map((fault) => ({ ...fault, detail: faultText(words, fault) }));
  return problem(422, { ...(first === undefined ? {} : first), refusals, ...(said.length === 0 ? {} : { faults: said }) });
}
