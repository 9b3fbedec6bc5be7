import { Agent, request } from 'node:http';
import { newId } from '#app/_ui/api.ts';
import type { Ground } from './a-process.ts';

export type Sale = { readonly id: string; readonly token: string; readonly body: string };
export type Answered = { readonly status: number; readonly text: string };

/** The n-th sale of a ground: one product to one of its people, at one of its tills. */
export function aSale({ tokens, passes, goods }: Ground, n: number): Sale {
  const till = n % tokens.length;
  const id = newId();
  const product = goods[till];
  const body = {
    id,
    pass: passes[n % passes.length],
    lines: [{ product: product?.id, quantity: '1' }],
    tenders: [{ kind: 'cash', amount: product?.price }],
  };
  return { id, token: tokens[till] as string, body: JSON.stringify(body) };
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends a sale. @returns undefined where nobody answered: the till does not know whether it was sold. */
export const send = (origin: string, { token, body }: Sale): Promise<Answered | undefined> =>
  asked(`${origin}/api/v1/sales`, 'POST', body, token).catch(() => undefined);

/** Asks anything. @throws if nobody answered. */
export const ask = (origin: string, method: 'GET' | 'POST', path: string, body?: unknown, token?: string): Promise<Answered> =>
  asked(`${origin}${path}`, method, body === undefined ? undefined : JSON.stringify(body), token);

function asked(url: string, method: string, body: string | undefined, token: string | undefined): Promise<Answered> {
  return new Promise((answered, failed) => {
    const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: token }) };
    const call = request(url, { method, agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => answered({ status: response.statusCode ?? 0, text }));
      response.on('error', failed);
    });
    call.on('error', failed);
    call.end(body);
  });
}
