/** So many words of bits are written for one sum, and no more: where prices are to the fen there are too many. */
const MOST_WORDS = 1 << 14;

/** Which sums can be reached with so many of the numbers, a bit for each: row after row, one book for all searches of this process. */
const rows = new Int32Array(MOST_WORDS);

/** Which of the numbers come closest to a sum without passing it; undefined where that would take too many bits. */
export function closestSum(numbers: readonly number[], sum: number): readonly boolean[] | undefined {
  const width = Math.floor(sum / 32) + 1;
  if (width * (numbers.length + 1) > MOST_WORDS) return undefined;
  const written = writeRows(numbers, sum, width);
  const isIn = numbers.map(() => false);
  let at = sum;
  while (!isReached(written * width, at)) at -= 1;
  for (let nth = written - 1; nth >= 0; nth--) {
    if (isReached(nth * width, at)) continue;
    isIn[nth] = true;
    at -= numbers[nth] as number;
  }
  return isIn;
}

const isReached = (row: number, sum: number): boolean => (((rows[row + (sum >> 5)] as number) >>> (sum & 31)) & 1) === 1;

/** Until the sum is reached. @returns how many numbers that took, or all of them. */
function writeRows(numbers: readonly number[], sum: number, width: number): number {
  rows.fill(0, 0, width);
  rows[0] = 1;
  let most = 0;
  for (let nth = 0; nth < numbers.length; nth++) {
    const number = numbers[nth] as number;
    most += number;
    const from = nth * width;
    const to = from + width;
    const words = Math.min(number >> 5, width);
    const end = Math.min((most >> 5) + 1, width);
    const bits = number & 31;
    for (let word = 0; word < words; word++) rows[to + word] = rows[from + word] as number;
    let carried = 0;
    for (let word = words; word < end; word++) {
      const shifted = rows[from + word - words] as number;
      rows[to + word] = (rows[from + word] as number) | (shifted << bits) | carried;
      carried = bits === 0 ? 0 : shifted >>> (32 - bits);
    }
    rows.fill(0, to + end, to + width);
    if (isReached(to, sum)) return nth + 1;
  }
  return numbers.length;
}
