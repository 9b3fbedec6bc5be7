/** So many sums a search writes down, and no more: a number of steps, never a time, so that every machine finds the same split. */
export const MOST_SUMS = 1 << 17;

/** So many branches of a search look for what their level pieces come to, before lists of sums are written; then only those are. */
const MOST_LEVELS = 32;

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
  private levels = 0;

  /** What was written for an earlier search is no longer read; the sum of nothing stands first. */
  empty(): void {
    this.levels = 0;
    this.use[0] = 0;
    this.duty[0] = 0;
    this.from[0] = 0;
    this.size = 1;
  }

  /** May one more branch of the search fill its room with level pieces first. */
  takesLevel(): boolean {
    this.levels += 1;
    return this.levels <= MOST_LEVELS;
  }

  /** Is there room for the sums that one more piece makes. */
  takes({ first, end }: Sums): boolean {
    return this.size + 2 * (end - first) <= MOST_SUMS;
  }

  /** The same sums with the piece and without, merged; but none beyond the room, and none that cannot make up for what it loses. */
  plus(before: Sums, piece: Piece, { room, price, slack }: Keeping): Sums {
    const { use, duty, from, size: first } = this;
    const { use: pieceUse, duty: pieceDuty } = piece;
    const { end } = before;
    const worth = before.worth + Math.max(0, pieceDuty - price * pieceUse);
    const least = worth - slack;
    let saved = -1;
    let size = first;
    let without = before.first;
    let within = before.first;
    let useWithout = use[without] as number;
    let useWithin = (use[within] as number) + pieceUse;
    while (within < end) {
      const isWithin =
        useWithin < useWithout || (useWithin === useWithout && (duty[within] as number) + pieceDuty > (duty[without] as number));
      const uses = isWithin ? useWithin : useWithout;
      if (uses > room) break;
      const saves = isWithin ? (duty[within] as number) + pieceDuty : (duty[without] as number);
      if (saves > saved && saves - price * uses >= least) {
        saved = saves;
        use[size] = uses;
        duty[size] = saves;
        from[size] = isWithin ? 2 * within + 1 : 2 * without;
        size += 1;
      }
      if (isWithin) {
        within += 1;
        useWithin = (use[within] as number) + pieceUse;
      } else {
        without += 1;
        useWithout = without < end ? (use[without] as number) : Number.POSITIVE_INFINITY;
      }
    }
    this.size = size;
    return { first, end: size, added: { piece, to: before }, worth };
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
}
