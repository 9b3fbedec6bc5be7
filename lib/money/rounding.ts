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

/** The same for whole numbers that a double holds exactly. */
export function halfEven(dividend: number, divisor: number): number {
  const size = Math.abs(dividend);
  const rest = size % divisor;
  const quotient = (size - rest) / divisor;
  const isUp = rest > divisor - rest || (rest === divisor - rest && quotient % 2 === 1);
  const rounded = isUp ? quotient + 1 : quotient;
  return dividend < 0 ? -rounded : rounded;
}

/** factor x factor / divisor to the nearest integer, a half to the even neighbour; exact however large the product. */
export function timesOver(factor: number, other: number, divisor: number): number {
  const product = factor * other;
  if (Number.isSafeInteger(product)) return halfEven(product, divisor);
  return Number(divideHalfEven(BigInt(factor) * BigInt(other), BigInt(divisor)));
}

/** The same rounded down, of factors that are not negative. */
export function downOver(factor: number, other: number, divisor: number): number {
  const product = factor * other;
  if (Number.isSafeInteger(product)) return (product - (product % divisor)) / divisor;
  return Number((BigInt(factor) * BigInt(other)) / BigInt(divisor));
}

/** The same rounded up, of factors that are not negative. */
export function upOver(factor: number, other: number, divisor: number): number {
  const product = factor * other;
  if (Number.isSafeInteger(product)) return (product - (product % divisor)) / divisor + (product % divisor > 0 ? 1 : 0);
  return Number((BigInt(factor) * BigInt(other) + BigInt(divisor) - 1n) / BigInt(divisor));
}
