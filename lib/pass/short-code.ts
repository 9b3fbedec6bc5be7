/** 31 characters without 0 and O, 1, I and L. 31 is prime, which is what lets one check character find every slip named below. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 10;

/** A code of 10 characters from at least 12 random bytes: 44 bits of them and a check character. @throws RangeError if fewer. */
export function shortCodeOf(randomBytes: Uint8Array): string {
  if (randomBytes.length < 12) throw new RangeError('a short code needs 12 random bytes');
  let number = randomBytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let body = '';
  for (let i = 0; i < LENGTH - 1; i++) {
    body += ALPHABET.charAt(Number(number % 31n));
    number /= 31n;
  }
  return body + checkCharacter(body);
}

/** Whether this is a whole code with the right check character: one wrong character, or two neighbours swapped, is always found. */
export function isShortCode(text: string): boolean {
  const code = plainCode(text);
  return (
    code.length === LENGTH && [...code].every((c) => ALPHABET.includes(c)) && checkCharacter(code.slice(0, -1)) === code.at(-1)
  );
}

/** The code as it is stored: capitals, no spaces, no hyphens. */
export const plainCode = (text: string): string => text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/** The code as it is shown and read aloud: 7QK-4M2-9XYZ. */
export function displayCode(code: string): string {
  const plain = plainCode(code);
  return `${plain.slice(0, 3)}-${plain.slice(3, 6)}-${plain.slice(6)}`;
}

/** Chosen so that the sum of place x value, places 1 to 10, is 0 modulo 31. */
function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, character, i) => total + (i + 1) * ALPHABET.indexOf(character), 0);
  // 28 x 10 = 280 = 1 modulo 31
  return ALPHABET.charAt((28 * (31 - (sum % 31))) % 31);
}
