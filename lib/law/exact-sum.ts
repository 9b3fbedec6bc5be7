/** So many sums a side keeps at most. */
const MOST_SUMS = 1 << 12;

/** The sums of some of the numbers, and how each of them was made: from an earlier one, by a number. */
class Side {
  readonly sums = new Int32Array(MOST_SUMS);
  readonly from = new Int32Array(MOST_SUMS);
  readonly by = new Int32Array(MOST_SUMS);
  size = 0;
  /** One more than where a sum stands, 0 for none; twice as many places as sums at most, so that few fall on one. */
  private readonly places = new Int32Array(MOST_SUMS * 2);
  private last = 0;
  private shift = 0;

  empty(most: number): void {
    const bits = 33 - Math.clz32(most - 1);
    this.last = 2 ** bits - 1;
    this.shift = 32 - bits;
    this.places.fill(0, 0, 2 ** bits);
    this.size = 0;
    this.keep(0, 0, -1);
  }

  /** Where the sum stands, or -1. */
  find(sum: number): number {
    let place = Math.imul(sum, 0x9e3779b1) >>> this.shift;
    for (let at = this.places[place] as number; at !== 0; at = this.places[place] as number) {
      if (this.sums[at - 1] === sum) return at - 1;
      place = (place + 1) & this.last;
    }
    return -1;
  }

  /** @returns false if the sum was there already. */
  keep(sum: number, from: number, by: number): boolean {
    let place = Math.imul(sum, 0x9e3779b1) >>> this.shift;
    for (let at = this.places[place] as number; at !== 0; at = this.places[place] as number) {
      if (this.sums[at - 1] === sum) return false;
      place = (place + 1) & this.last;
    }
    this.sums[this.size] = sum;
    this.from[this.size] = from;
    this.by[this.size] = by;
    this.size += 1;
    this.places[place] = this.size;
    return true;
  }

  markInto(isIn: boolean[], at: number): void {
    for (let here = at; here !== 0; here = this.from[here] as number) isIn[this.by[here] as number] = true;
  }
}

const one = new Side();
const other = new Side();

/**
 * Which of the numbers, below zero or above it, come to a sum exactly: the sums of some of them, and of some others, until one of each
 * side meet. A thousand on each side are a million together. Undefined where none met: there may be some all the same.
 */
export function exactSum(numbers: readonly number[], sum: number): readonly boolean[] | undefined {
  const range = numbers.reduce((all, each) => all + Math.abs(each), Math.abs(sum));
  if (range > 0x7fffffff) return undefined;
  // Sixteen times as many pairs as there are sums: what has not met by then hardly ever does.
  const most = Math.min(MOST_SUMS, Math.ceil(4 * Math.sqrt(range)) + 16);
  one.empty(most);
  other.empty(most);
  for (let nth = 0; nth < numbers.length; nth++) {
    const shorter = one.size <= other.size ? one : other;
    const longer = shorter === one ? other : one;
    const before = shorter.size;
    if (2 * before > most) return undefined;
    for (let at = 0; at < before; at++) {
      const made = (shorter.sums[at] as number) + (numbers[nth] as number);
      if (!shorter.keep(made, at, nth)) continue;
      const met = longer.find(sum - made);
      if (met < 0) continue;
      const isIn = numbers.map(() => false);
      shorter.markInto(isIn, shorter.size - 1);
      longer.markInto(isIn, met);
      return isIn;
    }
  }
  return undefined;
}
