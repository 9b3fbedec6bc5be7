import fc from 'fast-check';
import { khorgosJson } from './khorgos.ts';
import { taughtPacks } from './taught-packs.ts';

/** The law of the demo market, and the pack of the documentation that has nearly every kind in it. */
export const originalPacks: readonly (readonly [string, unknown])[] = [
  ['khorgos', khorgosJson],
  ['large', taughtPacks.find(({ title }) => title === 'large')?.json],
];

type Node = { readonly holder: Record<string, unknown> | unknown[]; readonly key: string | number };

/** Every place of a document that can be changed. */
function placesOf(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  const holder = value as Node['holder'];
  return entries.flatMap(([key, each]) => [{ holder, key }, ...placesOf(each)]);
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'X',
    '0',
    [],
    {},
    -1,
    0,
    1,
    2.5,
    1e15,
    'all',
    'visit',
    'CN',
    'KZ-LAND-VAL',
    'NEVER',
    'HEAVY',
  ),
  fc.constantFrom<unknown>('item', 'day', 'month', 'rolling', 'one-of', 'each-of', 'fractional', 'tax-all', 'forbid', 'cargo'),
  fc.jsonValue({ maxDepth: 2 }),
);
const mutation = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('put', 'remove', 'double', 'swap', 'nudge'),
  value: anything,
  with: fc.nat(),
});

function mutate(
  document: unknown,
  { at, how, value: put, with: other }: { at: number; how: string; value: unknown; with: number },
): void {
  const places = placesOf(document);
  const place = places[at % places.length];
  const second = places[other % places.length];
  if (place === undefined || second === undefined) return;
  const { holder, key } = place as { holder: Record<string | number, unknown>; key: string | number };
  const value = holder[key];
  if (how === 'nudge') holder[key] = typeof value === 'number' ? value + 1 : typeof value === 'string' ? `${value}1` : value;
  else if (how === 'remove') Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key];
  else if (how === 'double' && Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
  else if (how === 'swap') holder[key] = structuredClone((second.holder as Record<string | number, unknown>)[second.key]);
  else holder[key] = put;
}

/** Documents that were packs before one to four places of them were put, removed, doubled, swapped or changed a little: some of these are packs still. */
export const mutationsOfPacks = (original: unknown): fc.Arbitrary<unknown> =>
  fc.array(mutation, { minLength: 1, maxLength: 4 }).map((mutations) => {
    const document: unknown = structuredClone(original);
    for (const each of mutations) mutate(document, each);
    return document;
  });
