import { createHash } from 'node:crypto';

/** Ids and bytes that are the same every time: a demo market is one market. */
export function seedIds(name: string): { readonly next: () => string; readonly bytes: (count: number) => Uint8Array } {
  let count = 0;
  const digest = () => createHash('sha256').update(`${name} ${++count}`).digest();
  return {
    next() {
      const hash = digest();
      // Version 7 with a rising count for its time, so that what was made later sorts later.
      const time = (0x0190_0000_0000 + count).toString(16).padStart(12, '0');
      const rest = hash.toString('hex');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
    },
    bytes: (wanted) => new Uint8Array(digest().subarray(0, wanted)),
  };
}
