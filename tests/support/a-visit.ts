import { seedTravellers } from '#db/seed/goods/travellers.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { type DocumentType, documentTypeOf } from '#lib/traveller/travel-document.ts';
import { id, type Market, type Replied } from './a-market.ts';
import { TEST_NOW } from './test-now.ts';

export type Goods = {
  readonly id: string;
  readonly price: { amount: string; currency: string };
  readonly names: Record<string, string>;
  readonly packedWeightG: number;
  readonly category: string;
};

/** Everything a test needs to live visits through the API: devices at both sides and sentences for what people do. */
export async function aDay(market: Market) {
  const at = {
    CN: { kiosk: await market.token('kiosk', 'CN-1'), gate: await market.token('gate', 'CN-1') },
    KZ: { kiosk: await market.token('kiosk', 'KZ-1'), gate: await market.token('gate', 'KZ-1') },
  };
  const tills = new Map<string, string>();
  const till = async (stall: string) => {
    const known = tills.get(stall) ?? (await market.token('till', stall));
    tills.set(stall, known);
    return known;
  };
  return {
    at,
    till,
    issue: (side: 'CN' | 'KZ', document: unknown, more: object = {}) =>
      market.ask(at[side].kiosk, 'POST', '/api/v1/passes', { id: id(), document, ...more }),
    enter: (side: 'CN' | 'KZ', pass: string) => market.ask(at[side].gate, 'POST', '/api/v1/entries', { id: id(), pass }),
    present: (side: 'CN' | 'KZ', pass: string) => market.ask(at[side].gate, 'POST', '/api/v1/exits', { id: id(), pass }),
    resolve: (side: 'CN' | 'KZ', exit: string, body: object) =>
      market.ask(at[side].gate, 'POST', `/api/v1/exits/${exit}/resolutions`, {
        id: id(),
        reason: 'seen by the officer',
        ...body,
      }),
    close: (side: 'CN' | 'KZ', exit: string, outcome: string) =>
      market.ask(at[side].gate, 'POST', `/api/v1/exits/${exit}/close`, { id: id(), outcome }),
    allowance: (side: 'CN' | 'KZ', pass: string) => market.ask(at[side].gate, 'GET', `/api/v1/passes/${pass}/allowance`),
    /** Puts one product of these measures on a stall, as its owner would. */
    stock: (stall: string, product: Partial<NewProduct>) => stock(market, stall, product),
    async sell(
      stall: string,
      pass: string,
      goods: readonly (readonly [product: Goods, quantity: number, fate?: string])[],
      more: object = {},
    ) {
      const total = goods.reduce(
        (sum, [product, quantity]) => sum + Math.round(Number(product.price.amount) * 100) * quantity,
        0,
      );
      const currency = goods[0]?.[0].price.currency ?? 'CNY';
      const body = {
        id: id(),
        pass,
        lines: goods.map(([product, quantity, fate]) => ({
          product: product.id,
          quantity: String(quantity),
          ...(fate === undefined ? {} : { fate }),
        })),
        tenders: [{ kind: 'cash', amount: { amount: (total / 100).toFixed(2), currency } }],
        ...more,
      };
      return market.ask(await till(stall), 'POST', '/api/v1/sales', body);
    },
    async refund(stall: string, receipt: Receipt, line: number, quantity = '1') {
      const sold = receipt.lines.find((each) => each.line === line) as Receipt['lines'][number];
      const back = {
        amount: ((Number(sold.price.amount) * Number(quantity)) / Number(sold.quantity)).toFixed(2),
        currency: sold.price.currency,
      };
      return market.ask(await till(stall), 'POST', `/api/v1/sales/${receipt.id}/refunds`, {
        id: id(),
        lines: [{ line, quantity, goods: 'back' }],
        tenders: [{ kind: 'cash', amount: back }],
        paidBy: 'stall',
      });
    },
  };
}

export type Day = Awaited<ReturnType<typeof aDay>>;

type NewProduct = {
  category: string;
  price: string;
  currency: string;
  weightG: number;
  volumeMl: number;
  strengthPermille: number;
  pieces: number;
  name: string;
};

let serial = 0;

async function stock(market: Market, stallCode: string, of: Partial<NewProduct>): Promise<Goods> {
  const { addProduct } = await import('#lib/operations/add-product.ts');
  const { findStall } = await import('#db/stores/vendors.ts');
  const { inStoreGtin } = await import('#lib/catalogue/gtin.ts');
  const { MACHINE } = await import('#lib/staff/actor.ts');
  const stall = await market.serai.engine.read((tx) => findStall(tx, { code: stallCode }));
  if (stall === undefined) throw new Error(`no stall ${stallCode}`);
  const context = market.serai.contextOf({ ...MACHINE, role: 'owner', vendor: stall.vendor.id });
  const name = of.name ?? `Thing ${++serial}`;
  const product = {
    id: id(),
    stall: stall.id,
    gtin: inStoreGtin(29, 900_000 + ++serial),
    names: { en: name, zh: name, ru: name, kk: name, ur: name },
    category: of.category ?? 'household',
    hs: { scheme: 'HS', edition: '2022', digits: '392410' },
    price: { amount: of.price ?? '100.00', currency: of.currency ?? 'CNY' },
    netWeightG: of.weightG ?? 100,
    packedWeightG: of.weightG ?? 100,
    volumeMl: of.volumeMl ?? 0,
    strengthPermille: of.strengthPermille ?? 0,
    pieces: of.pieces ?? 1,
    unit: 'piece' as const,
    origin: 'CHN',
    customsStatus: 'bonded' as const,
    onHand: '100',
  };
  const added = await addProduct(context, product);
  if (added.status === 'refused') throw new Error(JSON.stringify(added.refusals));
  return { ...product, packedWeightG: product.packedWeightG };
}

export type Printed = {
  type: DocumentType;
  issuer: string;
  number: string;
  nationality: string;
  surname: string;
  givenNames: string;
  birthDate: string;
  sex: string;
  expiresOn: string;
  personalNumber?: string;
};

let people = 0;

/** A document of somebody nobody has met, typed field by field. */
export function aDocument(of: Partial<Printed> = {}): Printed {
  const nationality = of.nationality ?? 'CHN';
  const number = of.number ?? `T${String(7_000_000 + ++people)}`;
  return {
    type: documentTypeOf('P', nationality) ?? 'passport',
    issuer: nationality,
    number,
    nationality,
    surname: `TESTER${people}`,
    givenNames: 'SAM',
    birthDate: '1990-04-05',
    sex: 'X',
    expiresOn: '2031-01-01',
    ...of,
  };
}

/** A traveller of the seed. */
export function seeded(key: string) {
  const found = seedTravellers(TEST_NOW.slice(0, 10)).find((each) => each.key === key);
  if (found === undefined) throw new Error(`no seed traveller ${key}`);
  return found;
}

/** Issues and enters in one breath. @returns the pass code. */
export async function inside(day: Day, side: 'CN' | 'KZ', document: unknown, more: object = {}): Promise<string> {
  const issued = await day.issue(side, document, more);
  const { code } = body<{ pass: { code: string } }>(issued, 201).pass;
  body(await day.enter(side, code), 201);
  return code;
}

/** The body of a reply that must have this status. */
export function body<Body>(reply: Replied, status: number): Body {
  if (reply.status !== status)
    throw new Error(`${reply.status} instead of ${status}: ${JSON.stringify(reply.body).slice(0, 800)}`);
  return reply.body as Body;
}

export const reasonsOf = (reply: Replied): readonly string[] =>
  ((reply.body as { refusals?: { reason: string }[] }).refusals ?? []).map(({ reason }) => reason);
