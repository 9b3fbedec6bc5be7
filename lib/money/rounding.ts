/** Quotient to the nearest integer, a half to the even neighbour. The divisor is positive. */
export function divideHalfEven(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n;
  const size = negative ? -dividend : dividend;
  const quotient = size / divisor;
  const twice = 2n * (size % divisor);
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  const rounded = up ? quotient + 1n : quotient;
  return negative ? -rounded : rounded;
}

/** factor x factor / divisor to the nearest integer, a half to the even neighbour; exact however large the product. */
export const timesOver = (factor: number, other: number, divisor: number): number =>
  Number(divideHalfEven(BigInt(factor) * BigInt(other), BigInt(divisor)));
