/** Text as a Chinese spreadsheet saves it; nothing here can write it, so each pair of bytes is read once. */
export function gb18030(text: string): Buffer {
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0xa1; lead <= 0xf7; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1)
      pairs.set(new TextDecoder('gb18030').decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Buffer.from([...text].flatMap((letter) => pairs.get(letter) ?? [letter.charCodeAt(0)]));
}
