import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokenAt } from '#lib/law/json-break.ts';

function reads(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('Where a text stops being JSON', () => {
  test.each([
    ['{"a": 1 "b": 2}', 1, 9],
    ['{"a": 1,}', 1, 9],
    ['{\n  "a": [1, 2\n}', 3, 1],
    ['{\n  "a": "b\n}', 2, 8],
    ['{"a": tru}', 1, 7],
    ['[1, 2]]', 1, 7],
    ['{"a": 1', 1, 8],
    ['{a: 1}', 1, 2],
    ['', 1, 1],
  ])('%j: line %i, column %i', (text, line, column) => expect(brokenAt(text)).toEqual({ line, column }));

  test('is nowhere exactly if it is JSON, however a text was damaged', () => {
    let broken = 0;
    const damage = fc.record({
      at: fc.nat(),
      cut: fc.nat(2),
      put: fc.constantFrom('', '"', ',', '}', '[', ':', '1', '-', '\\', '\n', '.', 'e', 'é'),
    });
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), damage, (value, indent, { at, cut, put }) => {
        const whole = JSON.stringify(value, null, indent);
        expect(brokenAt(whole)).toBeUndefined();
        const place = at % (whole.length + 1);
        const text = whole.slice(0, place) + put + whole.slice(place + cut);
        expect([text, brokenAt(text) === undefined]).toEqual([text, reads(text)]);
        if (!reads(text)) broken += 1;
      }),
      { numRuns: 2000 },
    );
    expect(broken).toBeGreaterThan(500);
  });
});
