import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesBetween } from '#lib/law/difference.ts';
import { placeOf } from '#lib/law/json-place.ts';

const cut = (text: string, pointer: string): string | undefined => {
  const place = placeOf(text, pointer);
  return place && text.slice(place.start, place.end);
};

/** Every pointer into a value, with what stands there. */
function* pointersInto(value: unknown, pointer = ''): Generator<readonly [string, unknown]> {
  yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [step, part] of Object.entries(value))
    yield* pointersInto(part, `${pointer}/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

describe('The place of a fault in a JSON text', () => {
  test('is that of the value the pointer names, in any document, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, 4), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const parsed: unknown = JSON.parse(text);
        for (const [pointer, part] of pointersInto(parsed)) expect(JSON.parse(cut(text, pointer) ?? '')).toEqual(part);
      }),
      { numRuns: 300 },
    );
  });

  test('of a field that is missing is that of its parent', () => {
    expect(cut('{"a": {"b": 1}}', '/a/c')).toBe('{"b": 1}');
    expect(cut('{"a": [1, {"b": 2}]}', '/a/1/b')).toBe('2');
  });

  test('is found in a text that ends too early, and there is none in an empty one', () => {
    expect(cut('{"a": {"b": [1, 2', '/a/b')).toBe('[1, 2');
    expect(placeOf('', '/a')).toBeUndefined();
  });
});

describe('The difference of two documents', () => {
  test('is empty for the same, and names every place at which they differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const found = differencesBetween(one, other);
        expect(found.length === 0).toBe(JSON.stringify(one) === JSON.stringify(other));
        expect(differencesBetween(one, structuredClone(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(differencesBetween({ a: 1, 'b/c': { d: [1, 2] } }, { a: 1, 'b/c': { d: [1, 3, 4] }, e: null })).toEqual([
      { pointer: '/b~1c/d/1', before: 2, after: 3 },
      { pointer: '/b~1c/d/2', after: 4 },
      { pointer: '/e', after: null },
    ]);
  });
});
