import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayCode, isShortCode, plainCode, shortCodeOf } from '#lib/pass/short-code.ts';

const codes = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(shortCodeOf);
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

describe('a short code', () => {
  test('is ten characters that cannot be taken for one another', () => {
    fc.assert(fc.property(codes, (code) => /^[2-9A-HJKMNP-Z]{10}$/.test(code) && isShortCode(code)));
  });
  test('is read as it is shown, in any case', () => {
    const code = shortCodeOf(Uint8Array.from({ length: 16 }, (_, i) => i * 7));
    expect(displayCode(code)).toMatch(/^.{3}-.{3}-.{4}$/);
    expect(plainCode(displayCode(code).toLowerCase())).toBe(code);
    expect(isShortCode(` ${displayCode(code).toLowerCase()} `)).toBe(true);
  });
  test('with any one character wrong is found out', () => {
    fc.assert(
      fc.property(codes, (code) =>
        [...code].every((right, i) =>
          [...ALPHABET].every((c) => c === right || !isShortCode(code.slice(0, i) + c + code.slice(i + 1))),
        ),
      ),
    );
  });
  test('with any two neighbours swapped is found out', () => {
    fc.assert(
      fc.property(codes, fc.nat({ max: 8 }), (code, i) => {
        const swapped = code.slice(0, i) + code[i + 1] + code[i] + code.slice(i + 2);
        return swapped === code || !isShortCode(swapped);
      }),
    );
  });
  test.each(['', '7QK-4M2-9XY', 'OOOOOOOOOO', '六六六六六六六六六六'])('is not %s', (text) =>
    expect(isShortCode(text)).toBe(false),
  );
  test('needs enough chance', () => expect(() => shortCodeOf(new Uint8Array(11))).toThrow(RangeError));
});
