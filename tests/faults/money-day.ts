import { closeTillSession } from '#lib/operations/close-till-session.ts';
import { enterDrawerCash } from '#lib/operations/enter-drawer-cash.ts';
import { exchangeSale } from '#lib/operations/exchange-sale.ts';
import { handCash } from '#lib/operations/hand-cash.ts';
import { handOverDrawer } from '#lib/operations/hand-over-drawer.ts';
import { openTillSession } from '#lib/operations/open-till-session.ts';
import { refundSale } from '#lib/operations/refund-sale.ts';
import { ringUpSale } from '#lib/operations/ring-up-sale.ts';
import { takePayment } from '#lib/operations/take-payment.ts';
import { undoClose } from '#lib/operations/undo-close.ts';
import { voidSale } from '#lib/operations/void-sale.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import type { Custody } from '#lib/till/cash-count.ts';
import type { TillSessionView } from '#lib/till/till-session.ts';
import { id } from '../support/a-market.ts';
import { diceFrom } from './dice.ts';
import { done, type MoneyTill } from './money-market.ts';
import { CURRENCIES, facesOf, inNotes, Notes, nearest } from './notes.ts';
import { Paying, sum, type Tendered } from './paying.ts';
import { amount, minorOf, type Sold, tenderBody, worthBack, wrongChange } from './sold.ts';

const CUSTODIES: readonly Custody[] = ['stall', 'market'];
type Dice = (sides: number) => number;

/** What two safes and a bank hold besides, by the same hands. */
export type Elsewhere = { readonly safe: Record<Custody, Notes>; readonly bank: Record<Custody, Notes> };

/** One day at one till, played by a hand that moves notes and coins and knows nothing of what the till writes. */
export class MoneyDay {
  readonly drawer: Record<Custody, Notes> = { stall: new Notes(), market: new Notes() };
  readonly sold: Sold[] = [];
  /** What the count of the close is wrong by on purpose, by owner and currency. */
  readonly miscounts = new Map<string, number>();
  /** Change, refunds and totals that are not what a careful cashier would say. */
  readonly wrong: string[] = [];
  refundedMinor = 0;
  roundingMinor = 0;
  handOvers = 0;
  undone = 0;
  private session = '';
  private readonly dice: Dice;
  private readonly paying: Paying;
  private readonly at: MoneyTill;
  private readonly pass: string;
  private readonly elsewhere: Elsewhere;
  private operator: MoneyTill['cashier'];

  constructor(at: MoneyTill, of: { readonly seed: number; readonly pass: string; readonly elsewhere: Elsewhere }) {
    this.at = at;
    this.pass = of.pass;
    this.elsewhere = of.elsewhere;
    this.dice = diceFrom(of.seed);
    this.operator = at.cashier;
    this.paying = new Paying(this.drawer, this.currency, this.dice);
  }

  get currency(): string {
    return this.at.goods[0]?.price.currency ?? '';
  }

  async open(): Promise<void> {
    const float = [];
    for (const currency of CURRENCIES) {
      if (currency !== this.currency && this.dice(3) > 0) continue;
      const notes = Array.from({ length: 30 }, () => this.face(currency));
      this.drawer.stall.put(currency, notes);
      float.push(amount(sum(notes), currency));
    }
    const { session } = done(await openTillSession(this.as(), { id: id(), float }));
    this.session = session.id;
  }

  /** Something that happens at a counter. */
  async step(): Promise<void> {
    const what = this.dice(20);
    if (what < 11) return this.sell();
    if (what < 12) return this.giveBack();
    if (what < 13) return this.exchange();
    if (what < 14) return this.undoSale();
    if (what < 16) return this.enter();
    if (what < 18) return this.move();
    return what === 18 ? this.handOver() : this.closeByMistake();
  }

  async close(): Promise<TillSessionView> {
    const counted = this.count(() => (this.dice(5) === 0 ? this.dice(41) - 20 : 0));
    return done(await closeTillSession(this.as(), { id: id(), session: this.session, counted })).session;
  }

  private readonly as = () => this.at.as(this.operator);
  private face(currency: string): number {
    const faces = facesOf(currency);
    return faces[this.dice(faces.length)] ?? 1;
  }

  private async sell(): Promise<void> {
    const product = this.at.goods[this.dice(this.at.goods.length)] as MoneyTill['goods'][number];
    const quantity = 1 + this.dice(3);
    const priceMinor = minorOf(product.price) * quantity;
    const custody = CUSTODIES[this.dice(4) === 0 ? 1 : 0] as Custody;
    const tenders = this.paying.tenders(priceMinor, custody);
    const changeIn = this.paying.changeIn(tenders, custody);
    const paid = { id: id(), tenders: tenders.map(tenderBody), ...(changeIn === undefined ? {} : { changeIn }) };
    const goods = { pass: this.pass, lines: [{ product: product.id, quantity: String(quantity) }] };
    const receipt =
      custody === 'stall' && this.dice(3) > 0
        ? done(await ringUpSale(this.as(), { ...paid, ...goods })).receipt
        : (done(await takePayment(this.as(), { ...paid, sales: [{ id: id(), stall: this.at.stall, ...goods }], custody }))
            .receipts[0] as Receipt);
    this.take({ receipt, custody, tenders, priceMinor, quantity });
    this.checkChange(tenders, priceMinor, receipt);
  }

  /** Notes into the drawer, change out of it. */
  private take(of: Pick<Sold, 'receipt' | 'custody' | 'tenders' | 'priceMinor' | 'quantity' | 'isExchange'>): void {
    const change = { currency: of.receipt.change.currency, minor: minorOf(of.receipt.change) };
    for (const { kind, currency, notes } of of.tenders) if (kind === 'cash') this.drawer[of.custody].put(currency, notes);
    this.giveNotes(of.custody, change);
    this.sold.push({ ...of, change, refunded: 0, refundedMinor: 0, isVoid: false });
  }

  /** Goods of an earlier sale come back for others: only the difference is in anybody's hand. */
  private async exchange(): Promise<void> {
    const sale = this.sold[this.dice(Math.max(1, this.sold.length))];
    if (sale === undefined || sale.isVoid || sale.refunded === sale.quantity) return;
    const quantity = 1 + this.dice(sale.quantity - sale.refunded);
    const backMinor = worthBack(sale, quantity);
    const product = this.at.goods[this.dice(this.at.goods.length)] as MoneyTill['goods'][number];
    const pieces = 1 + this.dice(3);
    const priceMinor = minorOf(product.price) * pieces;
    const due = priceMinor - backMinor;
    const tenders = due > 0 ? this.paying.tenders(due, 'stall') : [];
    const given = due < 0 ? nearest(-due, this.currency) : 0;
    if (this.drawer.stall.worth(this.currency) < given) return;
    const { receipt } = done(
      await exchangeSale(this.as(), {
        id: id(),
        sale: sale.receipt.id,
        lines: [{ line: 1, quantity: String(quantity), goods: 'back' }],
        paidBy: 'stall',
        sold: { id: id(), pass: this.pass, lines: [{ product: product.id, quantity: String(pieces) }] },
        tenders: tenders.map(tenderBody),
        ...(given > 0 ? { givenBack: [{ kind: 'cash' as const, amount: amount(given, this.currency) }] } : {}),
      }),
    );
    this.take({ receipt, custody: 'stall', tenders, priceMinor, quantity: pieces, isExchange: true });
    this.checkChange(tenders, priceMinor, receipt, Math.max(0, due));
    if (given > 0) this.giveNotes('stall', { currency: this.currency, minor: given });
    if (due < 0) this.roundingMinor -= given + due;
    this.gaveBack(sale, quantity, backMinor);
  }

  private gaveBack(sale: Sold, quantity: number, minor: number): void {
    sale.refunded += quantity;
    sale.refundedMinor += minor;
    this.refundedMinor += minor;
  }

  private giveNotes(custody: Custody, { currency, minor }: { readonly currency: string; readonly minor: number }): void {
    const notes = inNotes(minor, currency);
    if (notes === undefined) this.wrong.push(`${minor} ${currency} cannot be given in notes and coins`);
    else this.drawer[custody].take(currency, notes);
  }

  private checkChange(tenders: readonly Tendered[], priceMinor: number, receipt: Receipt, dueMinor = priceMinor): void {
    this.roundingMinor += minorOf(receipt.rounding);
    if (minorOf(receipt.total) !== priceMinor) this.wrong.push(`${priceMinor} became ${receipt.total.amount}`);
    this.wrong.push(...wrongChange(receipt, tenders, dueMinor, this.currency));
  }

  private async giveBack(): Promise<void> {
    const sale = this.sold[this.dice(Math.max(1, this.sold.length))];
    if (sale === undefined || sale.isVoid || sale.refunded === sale.quantity) return;
    const quantity = 1 + this.dice(sale.quantity - sale.refunded);
    const minor = worthBack(sale, quantity);
    const isCash = this.dice(4) > 0;
    const given = isCash ? nearest(minor, this.currency) : minor;
    const custody = CUSTODIES[this.dice(4) === 0 ? 1 : 0] as Custody;
    if (given <= 0 || (isCash && this.drawer[custody].worth(this.currency) < given)) return;
    done(
      await refundSale(this.as(), {
        id: id(),
        sale: sale.receipt.id,
        lines: [{ line: 1, quantity: String(quantity), goods: this.dice(2) === 0 ? 'back' : 'kept' }],
        tenders: [{ kind: isCash ? 'cash' : 'card', amount: amount(given, this.currency) }],
        paidBy: custody === 'market' ? 'desk' : 'stall',
      }),
    );
    if (isCash) this.giveNotes(custody, { currency: this.currency, minor: given });
    this.gaveBack(sale, quantity, minor);
    this.roundingMinor -= given - minor;
  }

  /** The shopper gets back what they handed over, and hands back the change. */
  private async undoSale(): Promise<void> {
    const sale = this.sold[this.dice(Math.max(1, this.sold.length))];
    if (sale === undefined || sale.isVoid || sale.isExchange || sale.refunded > 0) return;
    const drawer = this.drawer[sale.custody];
    const isThere = sale.tenders.every(({ kind, currency, minor }) => kind !== 'cash' || drawer.worth(currency) >= minor);
    if (!isThere) return;
    done(await voidSale(this.as(), { id: id(), sale: sale.receipt.id, reason: 'wrong goods' }));
    drawer.put(sale.change.currency, inNotes(sale.change.minor, sale.change.currency) ?? []);
    for (const { kind, currency, notes } of sale.tenders) if (kind === 'cash') drawer.take(currency, notes);
    sale.isVoid = true;
    this.roundingMinor -= minorOf(sale.receipt.rounding);
  }

  private async enter(): Promise<void> {
    const kind = this.dice(2) === 0 ? 'in' : 'out';
    const custody = CUSTODIES[this.dice(4) === 0 ? 1 : 0] as Custody;
    const currency = CURRENCIES[this.dice(CURRENCIES.length)] as string;
    const note = this.face(currency);
    if (kind === 'out' && this.drawer[custody].worth(currency) < note) return;
    const { person, pin } = this.at.owner;
    done(
      await enterDrawerCash(this.as(), {
        id: id(),
        session: this.session,
        kind,
        custody,
        amount: amount(note, currency),
        reason: kind === 'in' ? 'small coins fetched' : 'tea for the stall',
        ...(kind === 'out' ? { approval: { person, pin } } : {}),
      }),
    );
    if (kind === 'in') this.drawer[custody].put(currency, [note]);
    else this.giveNotes(custody, { currency, minor: note });
  }

  /** Drawer to safe, safe to drawer, safe to the market's bank. */
  private async move(): Promise<void> {
    const [from, to] = (
      [
        ['drawer', 'safe'],
        ['safe', 'drawer'],
        ['safe', 'bank'],
      ] as const
    )[this.dice(3)] as readonly ['drawer' | 'safe', 'drawer' | 'safe' | 'bank'];
    const custody = CUSTODIES[this.dice(3) === 0 ? 1 : 0] as Custody;
    const currency = CURRENCIES[this.dice(CURRENCIES.length)] as string;
    const places = { drawer: this.drawer, ...this.elsewhere };
    const note = this.face(currency);
    if (places[from][custody].worth(currency) < note) return;
    const { owner, cashier, officer } = this.at;
    const signer = ({ person, pin }: MoneyTill['owner']) => ({ person, pin });
    const taker = to === 'bank' ? officer : from === 'drawer' ? owner : cashier;
    const giver = from === 'drawer' ? cashier : owner;
    done(
      await handCash(this.as(), {
        id: id(),
        from,
        to,
        custody,
        amounts: [amount(note, currency)],
        giver: signer(giver),
        taker: signer(taker),
      }),
    );
    places[from][custody].take(currency, [note]);
    places[to][custody].put(currency, [note]);
  }

  private async handOver(): Promise<void> {
    const next = this.operator === this.at.cashier ? this.at.owner : this.at.cashier;
    const { person, pin } = next;
    done(
      await handOverDrawer(this.as(), { id: id(), session: this.session, counted: this.count(() => 0), taker: { person, pin } }),
    );
    this.operator = next;
    this.handOvers += 1;
  }

  /** Somebody closes with a count that is far off, and the owner takes it back. */
  private async closeByMistake(): Promise<void> {
    done(
      await closeTillSession(this.as(), {
        id: id(),
        session: this.session,
        counted: [{ ...amount(100, 'USD'), custody: 'market' }],
      }),
    );
    const { person, pin } = this.at.owner;
    done(await undoClose(this.as(), { id: id(), session: this.session, reason: 'closed too early', approval: { person, pin } }));
    this.undone += 1;
  }

  /** Counts every compartment, wrong by what `by` says where that leaves something. */
  private count(by: () => number) {
    return CUSTODIES.flatMap((custody) =>
      CURRENCIES.flatMap((currency) => {
        const worth = this.drawer[custody].worth(currency);
        const wrong = worth === 0 ? 0 : Math.max(-worth, by());
        if (wrong !== 0) this.miscounts.set(`${custody} ${currency}`, wrong);
        return worth === 0 ? [] : [{ ...amount(worth + wrong, currency), custody }];
      }),
    );
  }
}
