const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_END = 65_557;
const MOST_ENTRIES = 1000;

/** What goods of 20,000 lines come to, many times over; a spreadsheet that unfolds to more was made to. */
export const MOST_UNFOLDED = 100_000_000;

/** Whether these are the bytes of a spreadsheet's own kind of file, which is a zip. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Whether a zip unfolds to no more than this, found by unfolding it, since what it says of itself may be a lie. Nothing of it is kept.
 * False also where it does not read as one.
 */
export async function unfoldsWithin(bytes: Uint8Array, most = MOST_UNFOLDED): Promise<boolean> {
  const entries = entriesOf(bytes);
  if (entries === undefined) return false;
  let left = most;
  for (const { packed, isDeflated } of entries) {
    const size = isDeflated ? await sizeOf(packed, left) : packed.length;
    if (size === undefined || size > left) return false;
    left -= size;
  }
  return true;
}

type Entry = { readonly packed: Uint8Array; readonly isDeflated: boolean };

/** What the directory at the end of a zip lists; undefined where it does not hold together, is locked, or is packed in some other way. */
function entriesOf(bytes: Uint8Array): readonly Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - LONGEST_END && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return undefined;
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let nth = 0; nth < count; nth += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined;
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [size, local] = [view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    if ((flags & 1) === 1 || (method !== 0 && method !== 8) || local + 30 > bytes.length) return undefined;
    const begins = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (begins + size > bytes.length) return undefined;
    entries.push({ packed: bytes.subarray(begins, begins + size), isDeflated: method === 8 });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** How much unfolds, or undefined as soon as it is more than `most`, or breaks off. */
async function sizeOf(packed: Uint8Array, most: number): Promise<number | undefined> {
  const unfolded = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let size = 0;
  try {
    for (let piece = await unfolded.read(); !piece.done; piece = await unfolded.read()) {
      size += piece.value.length;
      if (size > most) {
        await unfolded.cancel();
        return undefined;
      }
    }
    return size;
  } catch {
    return undefined;
  }
}
