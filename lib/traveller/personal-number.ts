import type { TravelDocument } from './travel-document.ts';

/**
 * The personal number by which a traveller is known whatever document they bring: the Kazakh IIN or the Chinese resident number,
 * each only if its own check holds. Other states use the field as they please, so it identifies nobody.
 */
export function identifyingNumberOf({
  issuer,
  personalNumber,
}: Pick<TravelDocument, 'issuer' | 'personalNumber'>): string | undefined {
  if (personalNumber === null) return undefined;
  if (issuer === 'KAZ' && isIin(personalNumber)) return personalNumber;
  return issuer === 'CHN' && isResidentNumber(personalNumber) ? personalNumber : undefined;
}

/** Kazakh individual identification number: 12 digits, the last over the first eleven (weights 1..11, and 3..11,1,2 should that give 10). */
export function isIin(text: string): boolean {
  if (!/^\d{12}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const sum = (first: number) =>
    digits.slice(0, 11).reduce((total, digit, i) => total + digit * (((i + first - 1) % 11) + 1), 0) % 11;
  const proof = sum(1) === 10 ? sum(3) : sum(1);
  return proof === digits[11];
}

/** Chinese resident number, GB 11643-1999: 17 digits and an ISO 7064 MOD 11-2 check character. */
export function isResidentNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  let sum = 0;
  for (const character of text.slice(0, 17)) sum = (sum + Number(character)) * 2;
  return '0123456789X'[(12 - (sum % 11)) % 11] === text[17];
}
