/** GS1 prefixes 20 to 29 are for numbers that mean something only inside one market (GS1 General Specifications, 1.4.5 and 2.1.11). */
const IN_STORE = /^0?2[0-9]{12}$/;

/** The check digit over the digits before it: weights 3 and 1 in turn, counted from the right. */
export function gtinCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Whether this is a GTIN-8, -12, -13 or -14 with the right check digit. */
export function isGtin(text: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(text) && gtinCheckDigit(text.slice(0, -1)) === text.at(-1);
}

/** The same number in 14 digits, as which numbers are compared; undefined if it is not a GTIN. */
export function toGtin14(text: string): string | undefined {
  const trimmed = text.trim();
  return isGtin(trimmed) ? trimmed.padStart(14, '0') : undefined;
}

/** Whether the number was given out inside the market and means nothing elsewhere. */
export const isInStoreGtin = (gtin: string): boolean => isGtin(gtin) && IN_STORE.test(gtin);

/** An EAN-13 of the in-store range: 20 to 29, then the item's number. @throws RangeError if either does not fit. */
export function inStoreGtin(prefix: number, item: number): string {
  if (!Number.isInteger(prefix) || prefix < 20 || prefix > 29) throw new RangeError(`not an in-store prefix: ${prefix}`);
  if (!Number.isInteger(item) || item < 0 || item > 9_999_999_999) throw new RangeError(`not an item number: ${item}`);
  const digits = `${prefix}${String(item).padStart(10, '0')}`;
  return digits + gtinCheckDigit(digits);
}
