export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1251'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** How the bytes of a table file are written. `isSure` is false where two ways would read: then somebody looks and chooses. */
export type Guess = { readonly encoding: Encoding; readonly isSure: boolean };

/** What a spreadsheet saves here: a mark at the start says it, else UTF-8 proves itself, else Chinese and Cyrillic are told apart. */
export function encodingOf(bytes: Uint8Array): Guess {
  const marked = markOf(bytes) ?? wideOf(bytes);
  if (marked !== undefined) return { encoding: marked, isSure: true };
  if (reads(bytes, 'utf-8')) return { encoding: 'utf-8', isSure: true };
  if (!reads(bytes, 'gb18030')) return { encoding: 'windows-1251', isSure: true };
  const share = commonHan(bytes);
  return { encoding: share > 0.5 ? 'gb18030' : 'windows-1251', isSure: share > 0.7 || share < 0.3 };
}

/** The text of a file, without its mark. */
export const textOf = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

const LOOKED_AT = 65_536;

function markOf([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Text of one byte a letter holds no noughts; of two, each separator has one, on the side that says which byte comes first. */
function wideOf(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, LOOKED_AT);
  const [even, odd] = [0, 1].map((side) => head.filter((byte, at) => byte === 0 && at % 2 === side).length) as [number, number];
  if (even + odd === 0) return undefined;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

function reads(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The share of everyday Han among the pairs of bytes that are not ASCII: those that B0 to D7 begin (GB 2312, first level). Russian's
 * small letters are E0 to FF in Windows-1251 and read as Han that hardly anybody writes.
 */
function commonHan(bytes: Uint8Array): number {
  let [pairs, common] = [0, 0];
  for (let at = 0; at < Math.min(bytes.length - 1, LOOKED_AT); at += 1) {
    const [lead = 0, trail = 0] = bytes.subarray(at, at + 2);
    if (lead < 0x80) continue;
    pairs += 1;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) common += 1;
    at += 1;
  }
  return common / Math.max(1, pairs);
}
