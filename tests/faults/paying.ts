import type { Custody } from '#lib/till/cash-count.ts';
import { CURRENCIES, facesOf, inNotes, type Notes, nearest, worthOf } from './notes.ts';

export type Tendered = {
  readonly kind: 'cash' | 'card' | 'qr';
  readonly currency: string;
  readonly minor: number;
  readonly notes: readonly number[];
};

/** How shoppers of one till pay: thrown, but never so that the drawer could not give their change. */
export class Paying {
  private readonly drawer: Readonly<Record<Custody, Notes>>;
  private readonly currency: string;
  private readonly dice: (sides: number) => number;

  constructor(drawer: Readonly<Record<Custody, Notes>>, currency: string, dice: (sides: number) => number) {
    this.drawer = drawer;
    this.currency = currency;
    this.dice = dice;
  }

  /** Cash to the coin, in one large note, in a foreign one, a card, a wallet, or some of each. */
  tenders(priceMinor: number, custody: Custody): readonly Tendered[] {
    const how = this.dice(10);
    if (how === 0) return [{ kind: this.dice(2) === 0 ? 'card' : 'qr', currency: this.currency, minor: priceMinor, notes: [] }];
    const byCard = how < 3 && priceMinor > 1 ? 1 + this.dice(priceMinor - 1) : 0;
    const card: readonly Tendered[] = byCard === 0 ? [] : [{ kind: 'card', currency: this.currency, minor: byCard, notes: [] }];
    const foreign = CURRENCIES[this.dice(CURRENCIES.length)] as string;
    const isForeign =
      how > 7 &&
      foreign !== this.currency &&
      this.drawer[custody].worth(this.currency) > worthOf(sum([facesOf(foreign)[0] ?? 0]), foreign, this.currency);
    if (isForeign) {
      const needed = worthOf(priceMinor - byCard, this.currency, foreign) * 1.1 + 1;
      const notes = this.notesFor(Math.ceil(needed), foreign);
      return [...card, cash(foreign, notes)];
    }
    const due = nearest(priceMinor - byCard, this.currency);
    if (due <= 0) return [{ kind: 'card', currency: this.currency, minor: priceMinor, notes: [] }];
    const exact = inNotes(due, this.currency) as readonly number[];
    const notes = this.dice(3) === 0 ? exact : this.notesFor(due, this.currency);
    const isPayable = sum(notes) - due <= this.drawer[custody].worth(this.currency) + sum(notes);
    return [...card, cash(this.currency, isPayable ? notes : exact)];
  }

  /** One note that is enough, else as many of the largest as it takes. */
  private notesFor(minor: number, currency: string): readonly number[] {
    const enough = facesOf(currency).filter((face) => face >= minor);
    if (enough.length > 0) return [enough[this.dice(enough.length)] as number];
    const largest = facesOf(currency)[0] as number;
    return Array.from({ length: Math.ceil(minor / largest) }, () => largest);
  }

  /** The change is wanted in another currency now and then. */
  changeIn(tenders: readonly Tendered[], custody: Custody): string | undefined {
    const wanted = CURRENCIES[this.dice(CURRENCIES.length)] as string;
    const most = tenders.reduce((all, { currency, minor }) => all + worthOf(minor, currency, wanted), 0) * 1.1;
    return this.dice(4) === 0 && this.drawer[custody].worth(wanted) > most ? wanted : undefined;
  }
}

const cash = (currency: string, notes: readonly number[]): Tendered => ({ kind: 'cash', currency, minor: sum(notes), notes });
export const sum = (notes: readonly number[]): number => notes.reduce((all, each) => all + each, 0);
