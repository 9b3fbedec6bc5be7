import { inArray } from 'drizzle-orm';
import { sale as saleTable } from '#db/schema/sale.ts';
import type { Decision } from '#lib/law/decision.ts';
import { id, type Market } from '../support/a-market.ts';
import { aDay, aDocument, body, type Day, type Goods, inside } from '../support/a-visit.ts';
import { ask } from './tills.ts';

const TILLS = ['A-001', 'A-002', 'A-003', 'A-004'];
const CLIENTS = 16;

export type Raced = {
  readonly winners: number;
  readonly held: number;
  readonly limit: number;
  readonly salesSaved: number;
  readonly readThenSell: number;
};
export type Track = {
  readonly day: Day;
  readonly filler: Goods;
  readonly last: readonly { readonly stall: string; readonly token: string; readonly product: Goods }[];
};

/** Stalls with a product that takes the last 500 CNY of an allowance. */
export async function aTrack(market: Market): Promise<Track> {
  const day = await aDay(market);
  const filler = await day.stock('A-001', { price: '7500.00' });
  const last = [];
  for (const stall of TILLS)
    last.push({ stall, token: await day.till(stall), product: await day.stock(stall, { price: '500.00' }) });
  return { day, filler, last };
}

/**
 * Sixteen sales at once for the last 500 CNY of one traveller's day. With `rough` every request is sent twice and every
 * third reply is dropped and asked for again with the same id. With `control` the tills ask before they sell.
 */
export async function race(
  market: Market,
  { day, filler, last }: Track,
  { rough, control }: { readonly rough: boolean; readonly control: boolean },
): Promise<Raced> {
  const pass = await inside(day, 'CN', aDocument());
  body(await day.sell('A-001', pass, [[filler, 1]]), 201);
  const readThenSell = control ? await wouldSell(market, last, pass) : 0;
  const requests = Array.from({ length: CLIENTS }, (_, i) => {
    const { token, product } = last[i % last.length] as Track['last'][number];
    return {
      token,
      sale: {
        id: id(),
        pass,
        lines: [{ product: product.id, quantity: '1' }],
        tenders: [{ kind: 'cash', amount: { amount: '500.00', currency: 'CNY' } }],
      },
    };
  });
  const replies = await Promise.all(
    requests.map(({ token, sale }, i) => (rough ? roughly(market, token, sale, i) : once(market, token, sale))),
  );
  const saved = await market.serai.engine.read(async (tx) =>
    tx
      .select({ id: saleTable.id })
      .from(saleTable)
      .where(
        inArray(
          saleTable.id,
          requests.map(({ sale }) => sale.id),
        ),
      ),
  );
  const { decision } = body<{ decision: Decision }>(await day.allowance('CN', pass), 200);
  const row = decision.limits.find(({ rule }) => rule === 'CN-ICBC-VAL');
  return {
    winners: replies.filter(Boolean).length,
    held: row?.visit ?? -1,
    limit: row?.limit ?? -1,
    salesSaved: saved.length,
    readThenSell,
  };
}

/** The control: every till asks first and sells on what it heard. All of them hear yes. */
async function wouldSell(market: Market, last: Track['last'], pass: string): Promise<number> {
  const heard = await Promise.all(
    Array.from({ length: CLIENTS }, async (_, i) => {
      const { token, product } = last[i % last.length] as Track['last'][number];
      const reply = await market.ask(token, 'POST', '/api/v1/decisions', {
        pass,
        lines: [{ product: product.id, quantity: '1' }],
      });
      return body<{ decision: Decision }>(reply, 200).decision.outcome === 'free';
    }),
  );
  return heard.filter(Boolean).length;
}

/** A till that is told to come back comes back, with the same id. Only the status is read: that answers are as the document says is not what is raced for. */
async function once(market: Market, token: string, sale: object): Promise<boolean> {
  for (;;) {
    const { status } = await ask(market.origin, 'POST', '/api/v1/sales', sale, token);
    if (status === 201 || status === 200 || status === 422) return status !== 422;
    if (status !== 503) throw new Error(`a sale was answered ${status}`);
  }
}

async function roughly(market: Market, token: string, sale: object, i: number): Promise<boolean> {
  const dropped = i % 3 === 0 ? ask(market.origin, 'POST', '/api/v1/sales', sale, token).then(() => undefined) : undefined;
  const [first, second] = await Promise.all([once(market, token, sale), once(market, token, sale), dropped]);
  const again = await once(market, token, sale);
  if ((first || second) && !again) throw new Error('a winner was lost on a retry');
  return again;
}
