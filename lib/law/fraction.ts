/** An exact sum of shares: few of them are cut, so the denominator stays small. */
export class Fraction {
  numerator = 0n;
  denominator = 1n;

  add(amount: number, numerator: number, denominator: number): void {
    if (numerator === denominator) this.numerator += BigInt(amount) * this.denominator;
    else {
      const part = BigInt(denominator);
      this.numerator = this.numerator * part + BigInt(amount) * BigInt(numerator) * this.denominator;
      this.denominator *= part;
    }
  }

  plus({ numerator, denominator }: Fraction): void {
    this.numerator = this.numerator * denominator + numerator * this.denominator;
    this.denominator *= denominator;
  }

  times(numerator: number, denominator: number): void {
    this.numerator *= BigInt(numerator);
    this.denominator *= BigInt(denominator);
  }

  /** Below zero, zero or above it, as this one is less, equal or more. */
  comparedTo({ numerator, denominator }: Fraction): number {
    const [here, there] = [this.numerator * denominator, numerator * this.denominator];
    return here < there ? -1 : here > there ? 1 : 0;
  }
}
