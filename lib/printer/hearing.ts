import type { PrinterPort } from './printer.ts';

/** The next bytes that came over a wire; none where it ended. */
type Read = () => Promise<Uint8Array | undefined>;

/** Bytes one by one, out of a wire that is read in pieces: a piece that comes too late for one question is there for the next. */
export function hearing(read: Read): PrinterPort['hear'] {
  let heard: number[] = [];
  let reading: Promise<void> | undefined;
  const more = (): Promise<void> => {
    reading ??= read().then(
      (piece) => {
        heard = [...heard, ...(piece ?? [])];
        reading = piece === undefined ? new Promise(() => {}) : undefined;
      },
      () => {
        reading = new Promise(() => {});
      },
    );
    return reading;
  };
  return async (withinMs) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((done) => {
      timer = setTimeout(done, withinMs, 'late');
    });
    while (heard.length === 0 && (await Promise.race([more(), late])) !== 'late');
    clearTimeout(timer);
    return heard.shift();
  };
}
