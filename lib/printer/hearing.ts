import type { PrinterPort } from './printer.ts';

/** The next bytes that came over a wire; undefined once it ended. */
type Read = () => Promise<Uint8Array | undefined>;

/**
 * Bytes one by one, out of a wire that is read in pieces: a piece that comes too late for one question is there for the next. Hearing on
 * a wire that ended or broke throws.
 */
export function hearing(read: Read): PrinterPort['hear'] {
  const heard: number[] = [];
  let reading: Promise<unknown> | undefined;
  const more = (): Promise<unknown> => {
    reading ??= read().then((piece) => {
      if (piece === undefined) throw new Error('the wire ended');
      heard.push(...piece);
      reading = undefined;
    });
    return reading;
  };
  return async (withinMs) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((over) => {
      timer = setTimeout(over, withinMs, 'late');
    });
    try {
      while (heard.length === 0) if ((await Promise.race([more(), late])) === 'late') break;
      return heard.shift();
    } finally {
      clearTimeout(timer);
    }
  };
}
