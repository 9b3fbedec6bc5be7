import { ASK_OFFLINE, ASK_PAPER, ASK_WHEN_PRINTED, OPEN_DRAWER_AT_ONCE, type PrintJob, receiptBytes } from './escpos.ts';

/** What is known of a printer. `mute` takes what it is sent and never answers; `away` cannot be reached at all. */
export const PRINTER_STATES = ['ready', 'paper-low', 'no-paper', 'cover-open', 'faulty', 'mute', 'away'] as const;
export type PrinterState = (typeof PRINTER_STATES)[number];

/** What became of a print. `unconfirmed`: it was sent, and the printer did not say whether it is on paper. */
export const OUTCOMES = ['printed', 'unconfirmed', 'not-printed'] as const;
export type Printed = { readonly outcome: (typeof OUTCOMES)[number]; readonly state: PrinterState };

/** A wire to a printer. Throws where it is gone. */
export type PrinterPort = {
  readonly send: (bytes: Uint8Array) => Promise<void>;
  /** The next byte that it says; undefined when it says none within this time. */
  readonly hear: (withinMs: number) => Promise<number | undefined>;
};

/** A status is answered at once, or never. */
const AT_ONCE_MS = 700;
/** How long printing may take: so many turns, each ending with a look at whether it still can. */
const TURN_MS = 1500;
const TURNS = 8;

/** Prints, and says whether it is on paper as far as the printer tells. One that cannot print is sent no picture; its drawer opens all the same. */
export async function printOn(port: PrinterPort, job: PrintJob): Promise<Printed> {
  let isSent = false;
  try {
    const state = await askState(port);
    if (!canPrint(state)) {
      if (job.opensDrawer) await port.send(OPEN_DRAWER_AT_ONCE);
      return { outcome: 'not-printed', state };
    }
    await port.send(receiptBytes(job));
    isSent = true;
    return state === 'mute' ? { outcome: 'unconfirmed', state } : await untilPrinted(port);
  } catch {
    return { outcome: isSent ? 'unconfirmed' : 'not-printed', state: 'away' };
  }
}

/** What a printer says of itself. @throws where the wire is gone. */
export async function askState(port: PrinterPort): Promise<PrinterState> {
  const offline = await told(port, ASK_OFFLINE);
  if (offline === undefined) return 'mute';
  const paper = await told(port, ASK_PAPER);
  if (offline & OFFLINE.coverOpen) return 'cover-open';
  if (offline & OFFLINE.paperEnd || (paper ?? 0) & PAPER.end) return 'no-paper';
  if (offline & OFFLINE.error) return 'faulty';
  return (paper ?? 0) & PAPER.nearEnd ? 'paper-low' : 'ready';
}

const canPrint = (state: PrinterState): boolean => state === 'ready' || state === 'paper-low' || state === 'mute';

async function untilPrinted(port: PrinterPort): Promise<Printed> {
  await port.send(ASK_WHEN_PRINTED);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const said = await port.hear(TURN_MS);
    if (said !== undefined && isInTurn(said)) return { outcome: 'printed', state: await askState(port) };
    if (said !== undefined) continue;
    const state = await askState(port);
    if (!canPrint(state)) return { outcome: 'not-printed', state };
    if (state === 'mute') return { outcome: 'unconfirmed', state };
  }
  return { outcome: 'unconfirmed', state: 'faulty' };
}

/** Bits of the answers to DLE EOT 2 and DLE EOT 4. */
const OFFLINE = { coverOpen: 0x04, paperEnd: 0x20, error: 0x40 };
const PAPER = { nearEnd: 0x0c, end: 0x60 };

/** Answers to DLE EOT have two bits that are always 1 and two that are always 0; those to GS r have none of the first. */
const isAtOnce = (byte: number): boolean => (byte & 0x93) === 0x12;
const isInTurn = (byte: number): boolean => (byte & 0x90) === 0;

/** Whatever else it was still saying is passed over. */
async function told(port: PrinterPort, question: Uint8Array): Promise<number | undefined> {
  await port.send(question);
  for (let heard = 0; heard < 16; heard += 1) {
    const byte = await port.hear(AT_ONCE_MS);
    if (byte === undefined || isAtOnce(byte)) return byte;
  }
  return undefined;
}
