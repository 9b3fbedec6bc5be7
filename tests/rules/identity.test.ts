import { describe, expect, test } from 'vitest';
import { type Identity, stillKept } from '#lib/traveller/identity.ts';
import { personsAmong } from '#lib/traveller/one-person.ts';

const LAW = { holder: { days: 20 }, documentNumber: { days: 10 } };
const holder: Identity = { surname: 'ERIKSSON', givenNames: 'ANNA', birthDate: '1974-08-12', sex: 'F' };
const whole: Identity = { ...holder, documentNumber: 'L898902C3' };

describe('what is still kept of an identity recorded on 1 November', () => {
  test.each<[string, Identity, object | undefined]>([
    ['2026-11-01', whole, { identity: whole, retainUntil: '2026-11-11' }],
    ['2026-11-11', whole, { identity: whole, retainUntil: '2026-11-11' }],
    ['2026-11-12', whole, { identity: holder, retainUntil: '2026-11-21' }],
    ['2026-11-12', holder, { identity: holder, retainUntil: '2026-11-21' }],
    ['2026-11-21', holder, { identity: holder, retainUntil: '2026-11-21' }],
    ['2026-11-22', holder, undefined],
    ['2026-11-01', {}, undefined],
  ])('on %s of %j', (day, identity, kept) => expect(stillKept(identity, '2026-11-01', day, LAW)).toEqual(kept));
});

describe('who is one person', () => {
  const link = (earlier: string, later: string) => ({ earlier, later });
  test.each<[string, { earlier: string; later: string }[], string[][]]>([
    ['nobody without a link', [], [['a'], ['b'], ['c']]],
    ['two', [link('a', 'c')], [['a', 'c'], ['b']]],
    ['all through one, the one known longest first', [link('b', 'c'), link('a', 'c')], [['a', 'b', 'c']]],
    ['none whom nobody asked about', [link('a', 'x')], [['a'], ['b'], ['c']]],
  ])('%s', (_, links, persons) =>
    expect([...personsAmong(['a', 'b', 'c'], links)].map((each) => [...each]).sort()).toEqual(persons),
  );
});
