/** One code in one picture. A square code mends and proves itself; of bars a blurred picture can make other digits that fit. */
export type Sighting = { readonly text: string; readonly isSquare: boolean };

type Trace = { readonly seen: number; readonly missed: number; readonly lastAt: number };
/** The codes that lie before the camera. */
export type InView = ReadonlyMap<string, Trace>;

export const NOTHING_IN_VIEW: InView = new Map();

/** Bars count once two pictures agree. */
const PICTURES_OF_BARS = 2;
/** A code has left once some pictures in a row lack it and it was not seen for this long: one blurred picture is not enough, nor a slow tablet's pause between two. */
const MISSED_PICTURES = 3;
const GONE_MS = 800;

/**
 * What one more picture says: what lies before the camera now, and what was scanned by it. However many pictures show a code, it is one
 * scan until it has left the view; the second of two of a kind is shown after the first was taken away.
 */
export function looked(
  before: InView,
  sightings: readonly Sighting[],
  at: number,
): { readonly inView: InView; readonly scans: readonly string[] } {
  const shown = new Map(sightings.map((sighting) => [sighting.text, sighting]));
  const inView = new Map<string, Trace>();
  for (const [text, trace] of before) {
    const missed = shown.has(text) ? 0 : trace.missed + 1;
    if (missed < MISSED_PICTURES || at - trace.lastAt < GONE_MS) inView.set(text, { ...trace, missed });
  }
  const scans: string[] = [];
  for (const { text, isSquare } of shown.values()) {
    const seen = (inView.get(text)?.seen ?? 0) + 1;
    inView.set(text, { seen, missed: 0, lastAt: at });
    if (seen === (isSquare ? 1 : PICTURES_OF_BARS)) scans.push(text);
  }
  return { inView, scans };
}
