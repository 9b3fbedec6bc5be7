import type { Market, Replied, Who } from '../a-market.ts';
import { callAt } from '../api-document.ts';

type Asked = { readonly who: Who | null; readonly path: string; readonly sent: unknown };

/** A market whose door is listened at: which statuses each call has answered, and how it was asked when all went well. */
export type Heard = Market & {
  readonly seen: ReadonlyMap<string, ReadonlySet<number>>;
  readonly wellAsked: ReadonlyMap<string, Asked>;
};

export function listeningTo(market: Market): Heard {
  const seen = new Map<string, Set<number>>();
  const wellAsked = new Map<string, Asked>();
  const note = (method: string, path: string, who: Who | null, sent: unknown, { status }: Replied): void => {
    const call = callAt(method, path);
    if (call === undefined) return;
    const name = `${method} ${call.path}`;
    seen.set(name, (seen.get(name) ?? new Set()).add(status));
    if (status < 300 && !wellAsked.has(name)) wellAsked.set(name, { who, path, sent });
  };
  return {
    ...market,
    seen,
    wellAsked,
    async ask(who, method, path, body) {
      const reply = await market.ask(who, method, path, body);
      note(method, path, who, body, reply);
      return reply;
    },
    async send(who, method, path, body) {
      const reply = await market.send(who, method, path, body);
      note(method, path, who, undefined, reply);
      return reply;
    },
  };
}
