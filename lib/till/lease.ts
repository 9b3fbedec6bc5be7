import type { FactLine } from '#lib/law/decision.ts';

type Goods = Pick<FactLine, 'model' | 'fate' | 'units' | 'weightG' | 'valueMinor'>;

/** Whether what was sold is no more than what was held for it: no more of any product, by number, weight and value. */
export function covers(held: readonly Goods[], sold: readonly Goods[]): boolean {
  const had = sumsOf(held);
  return [...sumsOf(sold)].every(([goods, sum]) => {
    const of = had.get(goods);
    return of !== undefined && sum.units <= of.units && sum.weightG <= of.weightG && sum.valueMinor <= of.valueMinor;
  });
}

function sumsOf(lines: readonly Goods[]) {
  const sums = new Map<string, { units: number; weightG: number; valueMinor: number }>();
  for (const { model, fate, units, weightG, valueMinor } of lines) {
    const goods = `${model} ${fate}`;
    const sum = sums.get(goods) ?? { units: 0, weightG: 0, valueMinor: 0 };
    sums.set(goods, { units: sum.units + units, weightG: sum.weightG + weightG, valueMinor: sum.valueMinor + valueMinor });
  }
  return sums;
}
