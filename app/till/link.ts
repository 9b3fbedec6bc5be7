import type { Answer } from '../_ui/api.ts';

/** Whether the market answers, and if not, whose fault it is: this tablet has no network, no answer comes, or one comes that it cannot. */
export type Link = 'online' | 'device' | 'server' | 'unwell';

const UNWELL_FROM = 500;

export function linkAfter(answer: Answer<unknown>): Link {
  if (answer.kind !== 'fault') return 'online';
  if (answer.status === 0) return navigator.onLine ? 'server' : 'device';
  return answer.status >= UNWELL_FROM ? 'unwell' : 'online';
}

/** Nobody answered for the market: what is known here has to do. */
export const isUnanswered = (answer: Answer<unknown>): boolean => linkAfter(answer) !== 'online';
