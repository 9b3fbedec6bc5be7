/** A fraction in numbers of any length. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/** A fraction of whole numbers that a double holds exactly. */
export type Small = { readonly numerator: number; readonly denominator: number };

/**
 * An exact sum of shares, none of them below zero. Few of them are cut, so the denominator stays small; doubles hold most sums, and
 * numbers of any length the others.
 */
export class Fraction {
  private numerator = 0;
  private denominator = 1;
  private large: Exact | undefined;

  add(amount: number, numerator: number, denominator: number): void {
    if (numerator === denominator) this.plusFraction(amount, 1);
    else this.plusFraction(amount * numerator, denominator, { amount, numerator });
  }

  plus(other: Fraction): void {
    if (this.large === undefined && other.large === undefined) this.plusFraction(other.numerator, other.denominator);
    else this.large = sumOf(this.exact, other.exact);
  }

  times(numerator: number, denominator: number): void {
    const { exact } = this;
    this.large = { numerator: exact.numerator * BigInt(numerator), denominator: exact.denominator * BigInt(denominator) };
  }

  /** Below zero, zero or above it, as this one is less, equal or more. */
  comparedTo(other: Fraction): number {
    const [one, two] = [this.exact, other.exact];
    const [here, there] = [one.numerator * two.denominator, two.numerator * one.denominator];
    return here < there ? -1 : here > there ? 1 : 0;
  }

  get exact(): Exact {
    return this.large ?? { numerator: BigInt(this.numerator), denominator: BigInt(this.denominator) };
  }

  /** Undefined where doubles do not hold it. */
  get small(): Small | undefined {
    return this.large === undefined ? { numerator: this.numerator, denominator: this.denominator } : undefined;
  }

  /** What is added is none of it below zero: if the sum is exact, all that it was made from is. */
  private plusFraction(over: number, under: number, made?: { readonly amount: number; readonly numerator: number }): void {
    const numerator = this.numerator * under + over * this.denominator;
    const denominator = this.denominator * under;
    if (this.large === undefined && Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
      this.numerator = numerator;
      this.denominator = denominator;
      return;
    }
    const exactly = made === undefined ? BigInt(over) : BigInt(made.amount) * BigInt(made.numerator);
    this.large = sumOf(this.exact, { numerator: exactly, denominator: BigInt(under) });
  }
}

const sumOf = (one: Exact, other: Exact): Exact =>
  other.denominator === 1n
    ? { numerator: one.numerator + other.numerator * one.denominator, denominator: one.denominator }
    : {
        numerator: one.numerator * other.denominator + other.numerator * one.denominator,
        denominator: one.denominator * other.denominator,
      };
