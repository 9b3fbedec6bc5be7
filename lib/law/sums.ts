/** So many sums a search writes down, and no more: a number of steps, never a time, so that every machine finds the same split. */
export const MOST_SUMS = 1 << 17;

/** Copies of one item that are taken all or not at all. */
export type Piece = {
  readonly index: number;
  readonly times: number;
  readonly duty: number;
  readonly use: number;
  /** It is part of what is taken before the search. */
  readonly isTaken: boolean;
  /** What putting it on the other side costs against the bound. */
  readonly loss: number;
};

/** The sums of some pieces that no other of their sums outdoes: in ascending order, more use only for more duty saved. */
export type Sums = {
  readonly first: number;
  readonly end: number;
  /** The piece that was added last, and the sums before it. */
  readonly added: { readonly piece: Piece; readonly to: Sums } | undefined;
  /** The most that the pieces are worth at the price of room. */
  readonly worth: number;
};

/** Which sums are still worth writing down. */
export type Keeping = { readonly room: number; readonly price: number; readonly slack: number };

/** The sum of nothing: every list begins with it, and it is written once, so that no number of branches can fill the book with it. */
export const NOTHING: Sums = { first: 0, end: 1, added: undefined, worth: 0 };

/** Where sums are written down: one book for all searches of this process, one after the other, so that none has to ask for memory. */
export class BookOfSums {
  readonly use = new Float64Array(MOST_SUMS);
  readonly duty = new Float64Array(MOST_SUMS);
  /** Twice the place of the sum that a sum was made from, and one more if the piece is in it. */
  readonly from = new Int32Array(MOST_SUMS);
  private size = 0;

  /** What was written for an earlier search is no longer read; the sum of nothing stands first. */
  empty(): void {
    this.size = 0;
    this.write(0, 0, 0);
  }

  /** Is there room for the sums that one more piece makes. */
  takes({ first, end }: Sums): boolean {
    return this.size + 2 * (end - first) <= MOST_SUMS;
  }

  /** The same sums with the piece and without, merged; but none beyond the room, and none that cannot make up for what it loses. */
  plus(before: Sums, piece: Piece, { room, price, slack }: Keeping): Sums {
    const { use, duty } = this;
    const first = this.size;
    const worth = before.worth + Math.max(0, piece.duty - price * piece.use);
    const least = worth - slack;
    let saved = -1;
    let without = before.first;
    let within = before.first;
    while (within < before.end) {
      const useWithout = without < before.end ? (use[without] as number) : Number.POSITIVE_INFINITY;
      const useWithin = (use[within] as number) + piece.use;
      const isWithin =
        useWithin < useWithout || (useWithin === useWithout && (duty[within] as number) + piece.duty > (duty[without] as number));
      const uses = isWithin ? useWithin : useWithout;
      if (uses > room) break;
      const saves = isWithin ? (duty[within] as number) + piece.duty : (duty[without] as number);
      if (saves > saved && saves - price * uses >= least) {
        saved = saves;
        this.write(uses, saves, isWithin ? 2 * within + 1 : 2 * without);
      }
      if (isWithin) within += 1;
      else without += 1;
    }
    return { first, end: this.size, added: { piece, to: before }, worth };
  }

  /** Adds the pieces of a sum to counts. */
  takeInto(counts: number[], sums: Sums, place: number): void {
    let at = place;
    for (let { added } = sums; added !== undefined; added = added.to.added) {
      const from = this.from[at] as number;
      if (from % 2 === 1) counts[added.piece.index] = (counts[added.piece.index] as number) + added.piece.times;
      at = from >> 1;
    }
  }

  private write(use: number, duty: number, from: number): void {
    this.use[this.size] = use;
    this.duty[this.size] = duty;
    this.from[this.size] = from;
    this.size += 1;
  }
}
