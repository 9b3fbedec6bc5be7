import { commonDivisor } from './item.ts';

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
    const sum = this.numerator + amount;
    if (numerator === denominator && this.denominator === 1 && this.large === undefined && Number.isSafeInteger(sum))
      this.numerator = sum;
    else if (numerator === denominator) this.plusFraction(amount, 1);
    else {
      const common = commonDivisor(numerator, denominator);
      this.plusFraction(amount, denominator / common, numerator / common);
    }
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

  /** Adds so many times a share. None of it is below zero: if the sum is exact, all that it was made from is. */
  private plusFraction(amount: number, under: number, times = 1): void {
    const numerator = this.numerator * under + amount * times * this.denominator;
    const denominator = this.denominator * under;
    if (this.large === undefined && Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)) {
      this.numerator = numerator;
      this.denominator = denominator;
    } else this.large = sumOf(this.exact, { numerator: BigInt(amount) * BigInt(times), denominator: BigInt(under) });
  }
}

const sumOf = (one: Exact, other: Exact): Exact =>
  other.denominator === 1n
    ? { numerator: one.numerator + other.numerator * one.denominator, denominator: one.denominator }
    : {
        numerator: one.numerator * other.denominator + other.numerator * one.denominator,
        denominator: one.denominator * other.denominator,
      };
