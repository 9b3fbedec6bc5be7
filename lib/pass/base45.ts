const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** RFC 9285: bytes as text that a QR code holds in its alphanumeric mode. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const high = bytes[i] ?? 0;
    const low = bytes[i + 1];
    const value = low === undefined ? high : high * 256 + low;
    text += digit(value % 45) + digit(Math.floor(value / 45) % 45);
    if (low !== undefined) text += digit(Math.floor(value / 2025));
  }
  return text;
}

/** The bytes, or undefined if the text is not the one base45 form of any bytes. */
export function decodeBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
  let at = 0;
  for (let i = 0; i < text.length; i += 3) {
    const digits = [...text.slice(i, i + 3)].map((character) => ALPHABET.indexOf(character));
    if (digits.includes(-1)) return undefined;
    const value = (digits[0] ?? 0) + (digits[1] ?? 0) * 45 + (digits[2] ?? 0) * 2025;
    if (value > (digits.length === 3 ? 0xffff : 0xff)) return undefined;
    if (digits.length === 3) bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  return bytes;
}

const digit = (value: number) => ALPHABET.charAt(value);
