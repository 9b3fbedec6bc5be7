/** The notes and coins that people hold in their hands, in minor units, the largest first. Written down here by hand: it shares nothing with the till. */
const FACES: Readonly<Record<string, readonly number[]>> = {
  CNY: [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10],
  KZT: [2_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100],
  USD: [10_000, 5_000, 2_000, 1_000, 500, 100, 25, 10, 5, 1],
  EUR: [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  RUB: [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 1_000, 500, 200, 100, 50, 10],
  PKR: [500_000, 100_000, 50_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100],
};
export const CURRENCIES = Object.keys(FACES);

export const facesOf = (currency: string): readonly number[] => FACES[currency] ?? [];

/** The fewest notes and coins that make an amount; undefined where none do. */
export function inNotes(minor: number, currency: string): readonly number[] | undefined {
  const notes: number[] = [];
  let left = minor;
  for (const face of facesOf(currency))
    while (left >= face) {
      notes.push(face);
      left -= face;
    }
  return left === 0 ? notes : undefined;
}

/** One compartment of a drawer: which notes and coins lie in it, and how many of each. Nothing else is known of it. */
export class Notes {
  private readonly held = new Map<string, number>();

  put(currency: string, notes: readonly number[]): void {
    for (const face of notes) this.held.set(`${currency} ${face}`, this.countOf(currency, face) + 1);
  }

  /** Takes these out; what is not there in such notes is first changed at the bank's window, note for note of the same worth. */
  take(currency: string, notes: readonly number[]): void {
    for (const face of notes) {
      if (this.countOf(currency, face) === 0) this.breakFor(currency, face);
      this.held.set(`${currency} ${face}`, this.countOf(currency, face) - 1);
    }
  }

  worth(currency: string): number {
    return facesOf(currency).reduce((sum, face) => sum + face * this.countOf(currency, face), 0);
  }

  private countOf(currency: string, face: number): number {
    return this.held.get(`${currency} ${face}`) ?? 0;
  }

  /** @throws if the compartment is not worth that much. */
  private breakFor(currency: string, wanted: number): void {
    const all = this.worth(currency);
    const rest = inNotes(all - wanted, currency);
    if (rest === undefined) throw new Error(`nobody can take ${wanted} out of ${all} ${currency}`);
    for (const face of facesOf(currency)) this.held.set(`${currency} ${face}`, 0);
    this.put(currency, [...rest, wanted]);
  }
}

/** The nearest that notes and coins make; in the middle it is the shopper's. */
export function nearest(minor: number, currency: string): number {
  const least = facesOf(currency).at(-1) as number;
  const below = Math.floor(minor / least) * least;
  return 2 * (minor - below) < least ? below : below + (minor === below ? 0 : least);
}

/** Roughly: only to know whether a drawer is rich enough to give change. */
const ROUGHLY: Readonly<Record<string, number>> = { CNY: 1, KZT: 0.0137, USD: 7.1, EUR: 8.3, RUB: 0.088, PKR: 0.0253 };
export const worthOf = (minor: number, from: string, to: string): number => (minor * (ROUGHLY[from] ?? 1)) / (ROUGHLY[to] ?? 1);
