import type { FiscalPaper } from './fiscal-document.ts';

type Signed = Pick<FiscalPaper, 'type' | 'register' | 'shift' | 'number' | 'taxId' | 'occurredAt'> & {
  readonly totalMinor: number;
  readonly currency: string;
};

const DIGITS = 12;

/** Digits that only the market's key makes of this document, so that it can be held against its paper later. @param keyed an HMAC as base64url. */
export function autonomousSign(of: Signed, keyed: (text: string) => string): string {
  const { type, register, shift, number, taxId, totalMinor, currency, occurredAt } = of;
  const text = keyed(`fiscal|${[type, register, shift, number, taxId, totalMinor, currency, occurredAt].join('|')}`);
  const value = [...text].reduce((sum, character) => (sum * 64n + BigInt(character.charCodeAt(0))) % 10n ** BigInt(DIGITS), 0n);
  return value.toString().padStart(DIGITS, '0');
}
