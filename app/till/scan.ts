import { toGtin14 } from '#lib/catalogue/gtin.ts';
import { isShortCode, plainCode } from '#lib/pass/short-code.ts';

export type Scan =
  | { readonly kind: 'pass'; readonly pass: string }
  | { readonly kind: 'product'; readonly gtin: string }
  /** As long as a barcode of goods, with a digit that was misread. */
  | { readonly kind: 'misread'; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string };

/** What a scanner read: one router for every code that can lie on a counter. */
export function scanOf(read: string): Scan {
  const text = read.trim();
  if (text.startsWith('SR1:')) return { kind: 'pass', pass: text };
  const gtin = toGtin14(text);
  if (gtin) return { kind: 'product', gtin };
  if (isShortCode(text)) return { kind: 'pass', pass: plainCode(text) };
  return { kind: /^(\d{8}|\d{12,14})$/.test(text) ? 'misread' : 'unknown', text };
}
