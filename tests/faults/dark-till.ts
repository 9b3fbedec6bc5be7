import { type Ask, answered, asking, EMPTY_BOOK, isHeld, type LeaseBook, named, nextAsk, spent } from '#app/till/lease-book.ts';
import { type Clocks, marketTime } from '#app/till/market-clock.ts';
import { DEMO } from '#db/seed/demo.ts';
import { aDarkTill, type DarkTill, receiptOf } from '../support/a-dark-till.ts';
import { id, type Market, type Replied } from '../support/a-market.ts';
import { body, type Day, type Goods } from '../support/a-visit.ts';

type Dice = (sides: number) => number;
type Line = { readonly product: string; readonly quantity: string };
type Sale = {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What was sold by the floor alone; nought for all that the market knew of. */
  readonly unheldMinor: number;
};

/** A till with somebody at it, its drawer open, and something to sell. */
export type MannedTill = DarkTill & { readonly goods: readonly Goods[]; readonly session: string; readonly operator: string };

export async function aMannedTill(market: Market, day: Day, stall: string): Promise<MannedTill> {
  const till = await aDarkTill(market, stall);
  const call = (path: string, sent: object) => till.browser.call('POST', `/api/v1/${path}`, { id: id(), ...sent });
  const view = body<{ operators: { id: string }[] }>(await till.browser.call('GET', '/api/v1/till'), 200);
  const operator = view.operators[0]?.id ?? '';
  body(await call('operator-sessions', { operator, pin: DEMO.cashierPin }), 201);
  const { session } = body<{ session: { id: string } }>(await call('till-sessions', { float: [CNY(0)] }), 201);
  const goods = [];
  for (const price of ['500.00', '2300.00', '3100.00', '3900.00'])
    goods.push(await day.stock(stall, { price, category: 'clothing' }));
  return { ...till, goods, session: session.id, operator };
}

/** A tablet as its own code runs it: its lease book, its clock and its rules of paying; only the screen and the disk are played. */
export class PlayedTill {
  isOnline = true;
  /** Sold, and given to the shopper; not answered yet. */
  readonly outbox: Sale[] = [];
  /** All that a shopper has a receipt for. */
  readonly sold: Sale[] = [];
  /** Receipts of sales that a disk lost: the shopper has them still. */
  readonly lost: string[] = [];
  /** Names of baskets that an emptied store forgot. */
  readonly forgotten: string[] = [];
  private book: LeaseBook = EMPTY_BOOK;
  /** On its way, and slower than what is asked after it. */
  private slow: Ask | undefined;
  private basket: Line[] = [];
  private clocks: Clocks = { wall: 0, running: 0, page: 1 };
  private beacon = { text: '', wall: 0, running: 0, page: 0 };
  private nextNumber = 1;

  private readonly till: MannedTill;
  private readonly pass: string;
  private readonly floorMinor: number;
  private readonly dice: Dice;

  constructor(till: MannedTill, pass: string, floorMinor: number, dice: Dice) {
    this.till = till;
    this.pass = pass;
    this.floorMinor = floorMinor;
    this.dice = dice;
  }

  /** Hears the market's clock and its next number, as it does every few seconds. */
  async listen(): Promise<void> {
    if (!this.isOnline) return;
    const reply = await this.call('GET', 'till');
    const { offline } = body<{ offline: { beacon: string; nextNumber: number } }>(reply, 200);
    this.nextNumber = Math.max(this.nextNumber, offline.nextNumber);
    this.beacon = { text: offline.beacon, ...this.clocks };
  }

  /** Time goes by on both of its clocks; the one on the wall is set by hand now and then, and the page is loaded again. */
  tick(ms: number): void {
    const jump = this.dice(8) === 0 ? (this.dice(7) - 3) * 86_400_000 : 0;
    const isReloaded = this.dice(10) === 0;
    const { wall, running, page } = this.clocks;
    this.clocks = { wall: wall + ms + jump, running: isReloaded ? 0 : running + ms, page: isReloaded ? page + 1 : page };
  }

  add(): void {
    const product = this.till.goods[this.dice(this.till.goods.length)]?.id ?? '';
    this.basket = [...this.basket, { product, quantity: '1' }];
  }

  /**
   * What the market holds follows the basket, unless an answer or the question itself is lost, or slower than the next question or the sale.
   * What would owe duty is taken out again.
   */
  async hold(): Promise<void> {
    for (let tries = 0; tries < 4 && this.isOnline; tries += 1) {
      this.book = named(this.book, this.basket.length > 0 ? [this.pass] : [], id);
      const ask = nextAsk(this.book, [{ pass: this.pass, lines: this.basket }]);
      if (ask === undefined) return;
      this.book = asking(this.book, ask);
      if (this.slow === undefined && this.dice(4) === 0) {
        this.slow = ask;
        return;
      }
      const isAnswered = await this.askToHold(ask);
      if (this.dice(2) === 0) await this.arrive();
      if (!isAnswered) return;
    }
  }

  /** Everything arrives in the end, and what no basket wants goes back. */
  async settle(): Promise<void> {
    await this.arrive();
    this.basket = [];
    while (nextAsk(this.book, []) !== undefined) {
      await this.hold();
      await this.arrive();
    }
  }

  /** Pay: through the market while it answers; else by what is held for this very basket, or up to the floor. */
  async pay(): Promise<void> {
    if (this.basket.length === 0) return;
    const minor = this.basket.reduce((sum, { product }) => sum + this.priceOf(product), 0);
    const lease = this.book.byPass[this.pass]?.basket;
    const isLeased = isHeld(this.book, this.pass, this.basket);
    const live = {
      pass: this.pass,
      lines: this.basket,
      tenders: [{ kind: 'cash', amount: CNY(minor) }],
      ...(lease === undefined ? {} : { basket: lease }),
    };
    const sale = id();
    if (this.isOnline) {
      const reply = await this.askRoughly('sales', { id: sale, ...live });
      await this.arrive();
      if (reply !== undefined) {
        if (reply.status < 300) this.done({ id: sale, body: live, unheldMinor: 0 });
        this.basket = [];
        return;
      }
    }
    if (!isLeased && minor > this.floorMinor) return;
    const unheldMinor = isLeased ? 0 : minor;
    this.outbox.push(this.done({ id: sale, body: { ...live, ...this.madeOffline() }, unheldMinor }));
    this.basket = [];
  }

  /** Sends what was sold offline in its order, in two tabs at once now and then. */
  async drain(): Promise<void> {
    while (this.isOnline && this.outbox[0] !== undefined) {
      const [sale] = this.outbox;
      const twin = this.dice(4) === 0 ? this.askRoughly('sales', { id: sale.id, ...sale.body }) : undefined;
      const reply = await this.askRoughly('sales', { id: sale.id, ...sale.body });
      await twin;
      if (reply === undefined) return;
      if (reply.status >= 300) throw new Error(`a sale that a shopper has came back: ${JSON.stringify(reply.body)}`);
      this.outbox.shift();
    }
  }

  /** The browser threw its store away: what was not sent is only on the shoppers' receipts, and what was held nobody here remembers. */
  async evict(): Promise<void> {
    for (const { id, body: sale } of this.outbox.splice(0)) this.lost.push(await receiptOf({ id, ...sale }, this.till));
    this.forgotten.push(...Object.values(this.book.byPass).map(({ basket }) => basket));
    this.forgotten.push(...this.book.ended.map(({ basket }) => basket));
    this.book = EMPTY_BOOK;
    this.slow = undefined;
    this.basket = [];
    // It sells offline again only once it has heard the market: there is no beacon, nor a number.
    this.isOnline = true;
    await this.listen();
  }

  private async askToHold(ask: Ask): Promise<boolean> {
    const reply = await this.askRoughly('leases', { id: id(), ...ask });
    if (reply === undefined) return false;
    const isEnded = reasonsIn(reply).includes('lease-ended');
    this.book = answered(this.book, ask, reply.status < 300 ? 'held' : isEnded ? 'ended' : 'refused', id);
    if (reasonsIn(reply).includes('duty-not-acknowledged')) this.basket = this.basket.slice(0, -1);
    return true;
  }

  /** What was slow is there at last; nobody waits for its answer. */
  private async arrive(): Promise<void> {
    const { slow } = this;
    this.slow = undefined;
    if (slow !== undefined) await this.call('POST', 'leases', { id: id(), ...slow });
  }

  private done(sale: Sale): Sale {
    this.sold.push(sale);
    this.book = spent(this.book, typeof sale.body.basket === 'string' ? [sale.body.basket] : []);
    return sale;
  }

  private madeOffline() {
    const { occurredAt, clock, deviceClock } = marketTime(this.beacon, this.clocks);
    const prices = this.basket.map(({ product }) => CNY(this.priceOf(product)));
    const said = { number: this.nextNumber, beacon: this.beacon.text, clock, deviceClock, prices, change: CNY(0) };
    this.nextNumber += 1;
    return { origin: 'offline', occurredAt, offline: { ...said, session: this.till.session, operator: this.till.operator } };
  }

  private priceOf(product: string): number {
    return Math.round(Number(this.till.goods.find(({ id }) => id === product)?.price.amount) * 100);
  }

  /** A challenge grows old; its refusal brings the next. */
  private async call(method: 'GET' | 'POST', path: string, asked?: object): Promise<Replied> {
    const { browser } = this.till;
    const reply = await browser.call(method, `/api/v1/${path}`, asked);
    return reply.status === 401 ? browser.call(method, `/api/v1/${path}`, asked) : reply;
  }

  /** One in six questions or answers is lost. */
  private async askRoughly(path: string, asked: object): Promise<Replied | undefined> {
    const fate = this.dice(12);
    if (fate === 0) return undefined;
    const reply = await this.call('POST', path, asked);
    return fate === 1 ? undefined : reply;
  }
}

const CNY = (minor: number) => ({ amount: (minor / 100).toFixed(2), currency: 'CNY' });
const reasonsIn = (reply: Replied): readonly string[] =>
  ((reply.body as { refusals?: readonly { reason: string }[] }).refusals ?? []).map(({ reason }) => reason);
