import { type Bitmap, bytesInRow } from './bitmap.ts';

const [DLE, ESC, GS] = [0x10, 0x1b, 0x1d];

const INITIALIZE = [ESC, 0x40];
/** The drawer's magnet at pin 2: 50 ms on, 500 ms off. */
const OPEN_DRAWER = [ESC, 0x70, 0, 25, 250];
/** The same at once, also by a printer that has no paper and reads nothing more: the shopper's change lies in that drawer. */
export const OPEN_DRAWER_AT_ONCE = Uint8Array.of(DLE, 0x14, 1, 0, 1);
/** As far as the knife, where there is one, and through but for a point. */
const FEED_AND_CUT = [GS, 0x56, 66, 0];
/** As far as the edge to tear at, on small printers that have no knife. */
const FEED_TO_EDGE = [ESC, 0x64, 4];
const NARROW = 384;

/** Asked and answered at once, whatever else it does: why it is offline; what its paper is like. */
export const ASK_OFFLINE = Uint8Array.of(DLE, 0x04, 2);
export const ASK_PAPER = Uint8Array.of(DLE, 0x04, 4);
/** Answered in its turn: once everything before it is on the paper. */
export const ASK_WHEN_PRINTED = Uint8Array.of(GS, 0x72, 1);

/** So many rows at a time: a small printer has a small memory. */
const BAND = 128;

export type PrintJob = { readonly picture: Bitmap; readonly opensDrawer: boolean };

/** What a printer is sent: the drawer first, so that change can be counted out while it prints, then the picture, then the cut. */
export function receiptBytes({ picture, opensDrawer }: PrintJob): Uint8Array {
  return joined([INITIALIZE, ...(opensDrawer ? [OPEN_DRAWER] : []), ...(picture.height > 0 ? pictureBytes(picture) : [])]);
}

function pictureBytes({ width, height, bits }: Bitmap): readonly Iterable<number>[] {
  const rowBytes = bytesInRow(width);
  const quiet = withoutOrders(bits);
  const bands = Array.from({ length: Math.ceil(height / BAND) }, (_, place) => {
    const from = place * BAND;
    const rows = Math.min(BAND, height - from);
    const head = [GS, 0x76, 0x30, 0, ...word(rowBytes), ...word(rows)];
    return [head, quiet.subarray(from * rowBytes, (from + rows) * rowBytes)];
  });
  return [...bands.flat(), ...(width <= NARROW ? [FEED_TO_EDGE] : []), FEED_AND_CUT];
}

/** DLE EOT, DLE ENQ and DLE DC4 are obeyed even inside a picture, and the last of them can open a drawer or empty a memory. One dot less. */
function withoutOrders(bits: Uint8Array): Uint8Array {
  const quiet = bits.slice();
  for (let at = 1; at < quiet.length; at += 1) if (quiet[at - 1] === DLE && ORDERS.has(quiet[at] ?? 0)) quiet[at - 1] = 0;
  return quiet;
}
const ORDERS: ReadonlySet<number> = new Set([0x04, 0x05, 0x14]);

const word = (value: number): readonly number[] => [value & 0xff, value >> 8];

function joined(parts: readonly Iterable<number>[]): Uint8Array {
  const each = parts.map((part) => Uint8Array.from(part));
  const all = new Uint8Array(each.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of each) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
