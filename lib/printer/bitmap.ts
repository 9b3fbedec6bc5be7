/** A picture in black and white as receipt printers take it: a bit for each dot, 1 is black, each row whole bytes. */
export type Bitmap = { readonly width: number; readonly height: number; readonly bits: Uint8Array };

/** Paper by its width in millimetres, and how many dots of it a head of 203 dpi prints on. */
export const PAPERS = { 80: 576, 58: 384 } as const;
export type PaperMm = keyof typeof PAPERS;

/** Two metres: whatever is longer is no receipt. */
export const MOST_ROWS = 16_384;

/** Lighter than this stays paper. Thin strokes of small letters are grey at their edges and must not break. */
const DARK = 168;

/** The picture that pixels (RGBA, opaque) make once each is black or not. */
export function bitmapOf({ width, height, data }: Pick<ImageData, 'width' | 'height' | 'data'>): Bitmap {
  const rowBytes = bytesInRow(width);
  const bits = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const light = ((data[at] ?? 0) * 2 + (data[at + 1] ?? 0) * 5 + (data[at + 2] ?? 0)) / 8;
      if (light < DARK) bits[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  return { width, height, bits };
}

export const bytesInRow = (width: number): number => Math.ceil(width / 8);
