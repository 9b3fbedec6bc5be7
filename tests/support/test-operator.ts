import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FiscalPaper } from '#lib/fiscal/fiscal-document.ts';

/** How it behaves: well; slowly; turns all down; registers and then says nothing; cannot be reached; answers with something else. */
export const MOODS = ['well', 'slow', 'refuses', 'loses-answers', 'away', 'babbles'] as const;
export type Mood = (typeof MOODS)[number];

export type TestOperator = {
  readonly url: string;
  /** Everything it registered, in that order, each once. */
  readonly registered: readonly FiscalPaper[];
  /** How often it was told of anything, known already or not. */
  readonly told: () => number;
  readonly is: (mood: Mood) => void;
  /** Does not answer one register until it is let go. */
  readonly hold: (register: string) => () => void;
  readonly close: () => Promise<void>;
};

type Registered = { readonly body: string; readonly answer: { sign: string; number: string; link: string } };

const SLOW_MS = 300;

/**
 * A data operator, as far as a register knows one: it registers a document under its id, answers with its own number, a sign and the
 * address at which a buyer finds the receipt, and answers the same when it is told again. Another body under a known id, a document that
 * does not add up, or a number that its register used before it turns down.
 */
export async function aTestOperator(port = 0): Promise<TestOperator> {
  const known = new Map<string, Registered>();
  const registered: FiscalPaper[] = [];
  const numbers = new Set<string>();
  let mood: Mood = 'well';
  let told = 0;
  const held = new Map<string, Promise<void>>();

  const register = (body: string): { status: number; answer: object } => {
    const paper = JSON.parse(body) as FiscalPaper;
    const before = known.get(paper.id);
    if (before !== undefined) {
      const answer = before.body === essence(paper) ? before.answer : { why: 'another document has this id' };
      return { status: 'why' in answer ? 409 : 200, answer };
    }
    const why = faultOf(paper, numbers);
    if (why !== undefined) return { status: 422, answer: { why } };
    const sign = String(BigInt(`0x${createHash('sha256').update(body).digest('hex').slice(0, 12)}`) % 10n ** 10n).padStart(
      10,
      '0',
    );
    const link = `https://check.example/?i=${sign}&f=${paper.register}&s=${paper.total.amount}`;
    const answer = { sign, number: String(registered.length + 1), link };
    known.set(paper.id, { body: essence(paper), answer });
    numbers.add(placeOf(paper));
    registered.push(paper);
    return { status: 201, answer };
  };

  const server = createServer(async (request, response) => {
    told += 1;
    if (mood === 'away') return request.socket.destroy();
    const body = await textOf(request);
    if (mood === 'babbles') return say(response, 200, { hello: 'there' });
    if (mood === 'refuses') return say(response, 422, { why: 'the tax number is not known' });
    await held.get((JSON.parse(body) as FiscalPaper).register);
    const { status, answer } = register(body);
    if (mood === 'loses-answers') return request.socket.destroy();
    if (mood === 'slow') await new Promise((late) => setTimeout(late, SLOW_MS));
    say(response, status, answer);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    registered,
    told: () => told,
    is: (next) => {
      mood = next;
    },
    hold(of) {
      const { promise, resolve } = Promise.withResolvers<void>();
      held.set(of, promise);
      return resolve;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const placeOf = ({ register, shift, number }: FiscalPaper): string => `${register} ${shift} ${number}`;

/** What makes it this document; whether it comes late is said about it, not in it. */
const essence = ({ late: _, ...paper }: FiscalPaper): string => JSON.stringify(paper);

function faultOf(paper: FiscalPaper, numbers: ReadonlySet<string>): string | undefined {
  const minor = (amount: string) => Math.round(Number(amount) * 100);
  if (paper.tenders.reduce((sum, { amount }) => sum + minor(amount.amount), 0) !== minor(paper.total.amount))
    return 'the tenders are not the total';
  if (paper.taxId === '') return 'the tax number is missing';
  return numbers.has(placeOf(paper)) ? 'this number is taken' : undefined;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}

function say(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
