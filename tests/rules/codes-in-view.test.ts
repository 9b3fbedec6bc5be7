import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looked, NOTHING_IN_VIEW, type Sighting } from '#app/_ui/camera/codes-in-view.ts';

const PICTURE_MS = 120;
const EAN: Sighting = { text: '6901234567892', isSquare: false };
const OTHER: Sighting = { text: '96385074', isSquare: false };
const PASS: Sighting = { text: 'SR1:PASS', isSquare: true };

/** What is scanned while the camera shows these, one picture after the other. */
function scansOf(pictures: readonly (readonly Sighting[])[], everyMs = PICTURE_MS): readonly string[] {
  let inView = NOTHING_IN_VIEW;
  return pictures.flatMap((picture, place) => {
    const now = looked(inView, picture, place * everyMs);
    inView = now.inView;
    return now.scans;
  });
}
const times = (count: number, picture: readonly Sighting[]) => Array.from({ length: count }, () => picture);

describe('A code before the camera', () => {
  test('is one scan however many pictures show it', () => {
    expect(scansOf(times(500, [EAN]))).toEqual([EAN.text]);
  });
  test('of bars counts once two pictures agree, a square one at once', () => {
    expect(scansOf([[EAN]])).toEqual([]);
    expect(scansOf([[EAN], [EAN]])).toEqual([EAN.text]);
    expect(scansOf([[PASS]])).toEqual([PASS.text]);
  });
  test('that other digits were made of in one blurred picture is scanned as what it is', () => {
    expect(scansOf([[EAN], [OTHER], [EAN], [EAN]])).toEqual([EAN.text]);
  });
  test('is still there after two blurred pictures', () => {
    expect(scansOf([...times(5, [EAN]), [], [], ...times(5, [EAN])])).toEqual([EAN.text]);
  });
  test('that was away for a moment is the second of two of a kind', () => {
    expect(scansOf([...times(5, [EAN]), ...times(8, []), ...times(5, [EAN])])).toEqual([EAN.text, EAN.text]);
  });
  test('is not gone before eight tenths of a second, however many pictures lacked it', () => {
    expect(scansOf([...times(5, [EAN]), ...times(7, []), ...times(5, [EAN])], 100)).toEqual([EAN.text]);
    expect(scansOf([...times(5, [EAN]), ...times(8, []), ...times(5, [EAN])], 100)).toEqual([EAN.text, EAN.text]);
  });
  test('is not gone on a tablet that takes a second for a picture and missed two of them', () => {
    expect(scansOf([[EAN], [EAN], [], [], [EAN], [EAN]], 1000)).toEqual([EAN.text]);
    expect(scansOf([[EAN], [EAN], [], [], [], [EAN], [EAN]], 1000)).toEqual([EAN.text, EAN.text]);
  });
  test('beside another one is scanned, and so is the other', () => {
    expect(scansOf(times(20, [EAN, PASS]))).toEqual([PASS.text, EAN.text]);
  });
  test('and its like in one picture are one', () => {
    expect(scansOf([[EAN, EAN]])).toEqual([]);
  });
  test('is never scanned more often than it came into view', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (shown) => {
        const comings = shown.filter((isShown, place) => isShown && !shown[place - 1]).length;
        const scans = scansOf(shown.map((isShown) => (isShown ? [EAN] : [])));
        expect(scans.length).toBeLessThanOrEqual(comings);
      }),
    );
  });
});
