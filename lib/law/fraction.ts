/** An exact sum of shares. Few of them are cut: whole amounts are added as they are, and the denominator stays small. */
export class Fraction {
  /** The part that a double holds exactly, and the rest as a fraction of numbers of any length. */
  private whole = 0;
  private over = 0n;
  private under = 1n;

  get denominator(): bigint {
    return this.under;
  }

  get numerator(): bigint {
    return this.over + BigInt(this.whole) * this.under;
  }

  /** The sum where it is a whole number that a double holds exactly. */
  get asWhole(): number | undefined {
    return this.over === 0n ? this.whole : undefined;
  }

  add(amount: number, numerator: number, denominator: number): void {
    if (numerator === denominator) {
      const sum = this.whole + amount;
      if (Number.isSafeInteger(sum)) this.whole = sum;
      else this.over += BigInt(amount) * this.under;
      return;
    }
    const part = BigInt(denominator);
    this.over = this.over * part + BigInt(amount) * BigInt(numerator) * this.under;
    this.under *= part;
  }

  plus(other: Fraction): void {
    this.add(other.whole, 1, 1);
    if (other.over === 0n) return;
    this.over = this.over * other.under + other.over * this.under;
    this.under *= other.under;
  }

  times(numerator: number, denominator: number): void {
    this.over = this.numerator * BigInt(numerator);
    this.under *= BigInt(denominator);
    this.whole = 0;
  }

  /** Below zero, zero or above it, as this one is less, equal or more. */
  comparedTo(other: Fraction): number {
    const [here, there] = [this.numerator * other.denominator, other.numerator * this.denominator];
    return here < there ? -1 : here > there ? 1 : 0;
  }
}
