import { base64url, fromBase64url } from '#lib/staff/browser-proof.ts';
import { type Bitmap, bytesInRow, MOST_ROWS, PAPERS } from './bitmap.ts';

/** A picture on its way to the market's server: most of a receipt is white, and packs to a tenth. */
export type PackedBitmap = { readonly width: number; readonly height: number; readonly packed: string };

export async function packed({ width, height, bits }: Bitmap): Promise<PackedBitmap> {
  const stream = new Blob([bits.slice()]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return { width, height, packed: base64url(new Uint8Array(await new Response(stream).arrayBuffer())) };
}

/** The picture again; undefined where it is none, or not of the size that it says. Never holds more than that size. */
export async function unpacked({ width, height, packed: text }: PackedBitmap): Promise<Bitmap | undefined> {
  if (!(Object.values(PAPERS) as readonly number[]).includes(width) || height < 0 || height > MOST_ROWS) return undefined;
  const bits = new Uint8Array(bytesInRow(width) * height);
  try {
    const stream = new Blob([fromBase64url(text).slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    let at = 0;
    for await (const piece of piecesOf(stream)) {
      if (at + piece.length > bits.length) return undefined;
      bits.set(piece, at);
      at += piece.length;
    }
    return at === bits.length ? { width, height, bits } : undefined;
  } catch {
    return undefined;
  }
}

/** Left early, the rest is never unpacked. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    void reader.cancel().catch(() => {});
  }
}
