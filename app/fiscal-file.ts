import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { FiscalPaper, Registrar } from '#lib/fiscal/fiscal-document.ts';

const NEWLINE = 0x0a;

/**
 * Appends each document as one line of JSON, on the disk before it counts as registered: a file for each side and day of sale. A document
 * that is in its file already, because this process ended before it was written down, is not appended again; half a line, left by a power
 * cut, is taken off first.
 */
export function fileIn(folder: string): Registrar {
  /** What the file that was written last holds. */
  let known: { readonly file: string; readonly ids: Set<string> } | undefined;
  /** Registers are sent for beside each other; lines are written one after another. */
  let before: Promise<unknown> = Promise.resolve();
  const write: Registrar = async (paper) => {
    const file = join(folder, `${paper.side}-${paper.occurredAt.slice(0, 10)}.jsonl`);
    try {
      if (known?.file !== file) known = { file, ids: await idsIn(folder, file) };
      if (!known.ids.has(paper.id)) await append(file, paper);
      known.ids.add(paper.id);
      return { state: 'registered', sign: null, number: null, link: null };
    } catch {
      // A full disk may have taken half a line.
      known = undefined;
      return { state: 'away' };
    }
  };
  return (paper) => {
    const written = before.then(() => write(paper));
    before = written;
    return written;
  };
}

async function append(file: string, paper: FiscalPaper): Promise<void> {
  await using handle = await open(file, 'a', 0o600);
  await handle.appendFile(`${JSON.stringify(paper)}\n`);
  await handle.datasync();
}

/** The documents of a file, which is there afterwards and ends with a whole line. */
async function idsIn(folder: string, file: string): Promise<Set<string>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await using handle = await open(file, 'a+', 0o600);
  const bytes = await handle.readFile();
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  if (end < bytes.length) await cutTo(handle, end);
  await using directory = await open(folder, 'r');
  await directory.sync();
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').filter(Boolean);
  return new Set(lines.map((line) => (JSON.parse(line) as FiscalPaper).id));
}

async function cutTo(handle: FileHandle, length: number): Promise<void> {
  await handle.truncate(length);
  await handle.sync();
}
