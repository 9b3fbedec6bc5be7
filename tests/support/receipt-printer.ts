/**
 * A receipt printer, written from the command tables of the ESC/POS specification and not from the encoder: it takes bytes as they come,
 * puts dots on paper, answers what it is asked, and says which command it does not know.
 */
export type ReceiptPrinter = {
  /** What comes over the wire. @returns what it answers at once. */
  readonly take: (bytes: Uint8Array) => Uint8Array;
  /** What is wrong with it from now on. @returns what it answers now that it can go on. */
  readonly is: (condition: Partial<Condition>) => Uint8Array;
  /** What was cut off, oldest first, as rows of dots: 1 is black. */
  readonly sheets: readonly (readonly Uint8Array[])[];
  /** Rows printed since the last cut. */
  readonly rows: readonly Uint8Array[];
  readonly drawerOpened: number;
  /** Commands that are in no table, and orders that stood inside a picture. */
  readonly faults: readonly string[];
};
type Condition = { readonly cover: boolean; readonly paper: 'full' | 'near-end' | 'end'; readonly mute: boolean };
type State = { rows: Uint8Array[]; sheets: Uint8Array[][]; drawerOpened: number; faults: string[]; condition: Condition };

const DOTS_PER_LINE = 30;

export function aReceiptPrinter(dots = 576): ReceiptPrinter {
  const state: State = {
    rows: [],
    sheets: [],
    drawerOpened: 0,
    faults: [],
    condition: { cover: false, paper: 'full', mute: false },
  };
  let waiting: number[] = [];
  let last: readonly number[] = [];

  /** Real-time commands are looked for in everything that comes, wherever they stand. */
  const atOnce = (bytes: Uint8Array): number[] => {
    const answers: number[] = [];
    for (const byte of bytes) {
      last = [...last.slice(-4), byte];
      const [dle, eot] = last.slice(-3);
      if (last.length >= 3 && dle === 0x10 && eot === 0x04) answers.push(...statusOf(byte, state.condition));
      if (last.length === 5 && last[0] === 0x10 && last[1] === 0x14 && last[2] === 1) state.drawerOpened += 1;
    }
    return answers;
  };
  const inTurn = (): number[] => {
    const answers: number[] = [];
    while (waiting.length > 0 && !state.condition.cover && state.condition.paper !== 'end') {
      const taken = obey(waiting, state, dots);
      if (taken === undefined) break;
      answers.push(...taken.answer);
      waiting = waiting.slice(taken.length);
    }
    return answers;
  };
  const said = (answers: readonly number[]): Uint8Array => Uint8Array.from(state.condition.mute ? [] : answers);
  return {
    take(bytes) {
      waiting = [...waiting, ...bytes];
      const answers = atOnce(bytes);
      return said([...answers, ...inTurn()]);
    },
    is(condition) {
      state.condition = { ...state.condition, ...condition };
      return said(inTurn());
    },
    get sheets() {
      return state.sheets;
    },
    get rows() {
      return state.rows;
    },
    get drawerOpened() {
      return state.drawerOpened;
    },
    get faults() {
      return state.faults;
    },
  };
}

/** DLE EOT n: "Transmit real-time status". Bits 1 and 4 are on, bits 0 and 7 off. */
function statusOf(n: number, { cover, paper }: Condition): readonly number[] {
  if (n === 1) return [0x12 | (cover || paper === 'end' ? 0x08 : 0)];
  if (n === 2) return [0x12 | (cover ? 0x04 : 0) | (paper === 'end' ? 0x20 : 0)];
  if (n === 3) return [0x12];
  if (n === 4) return [0x12 | (paper === 'full' ? 0 : 0x0c) | (paper === 'end' ? 0x60 : 0)];
  return [];
}

type Taken = { readonly length: number; readonly answer: readonly number[] };
type Command = (at: readonly number[], state: State, dots: number) => Taken | undefined;

const done = (length: number, answer: readonly number[] = []): Taken => ({ length, answer });
/** A command whose arguments say nothing about where dots go. */
const plain =
  (length: number): Command =>
  (bytes) =>
    bytes.length < length ? undefined : done(length);

function feed(state: State, rows: number, dots: number): void {
  for (let row = 0; row < rows; row += 1) state.rows.push(new Uint8Array(dots));
}

function cut(state: State): void {
  state.sheets.push(state.rows);
  state.rows = [];
}

/** By the bytes it begins with. Lengths and meanings are the specification's. */
const COMMANDS: Readonly<Record<string, Command>> = {
  '0a': (_, state, dots) => {
    feed(state, DOTS_PER_LINE, dots);
    return done(1);
  },
  '0d': plain(1),
  '1b40': plain(2),
  '1b32': plain(2),
  '1b33': plain(3),
  '1b21': plain(3),
  '1b45': plain(3),
  '1b4d': plain(3),
  '1b61': plain(3),
  '1b74': plain(3),
  '1c2e': plain(2),
  '1d21': plain(3),
  '1b64': (bytes, state, dots) => {
    if (bytes.length < 3) return undefined;
    feed(state, (bytes[2] ?? 0) * DOTS_PER_LINE, dots);
    return done(3);
  },
  '1b70': (bytes, state) => {
    if (bytes.length < 5) return undefined;
    state.drawerOpened += 1;
    return done(5);
  },
  '1d72': (bytes, { condition }) => (bytes.length < 3 ? undefined : done(3, [condition.paper === 'near-end' ? 0x03 : 0x00])),
  '1d56': (bytes, state) => {
    const withFeed = (bytes[2] ?? 0) >= 65;
    if (bytes.length < (withFeed ? 4 : 3)) return undefined;
    cut(state);
    return done(withFeed ? 4 : 3);
  },
  '1d7630': raster,
  '1004': plain(3),
  // DLE DC4, fn 1: obeyed as it came.
  '1014': plain(5),
};

/** GS v 0 m xL xH yL yH d1...dk: x bytes a row, y rows, the highest bit the leftmost dot. */
function raster(bytes: readonly number[], state: State, dots: number): Taken | undefined {
  const [, , , mode, xLow = 0, xHigh = 0, yLow = 0, yHigh = 0] = bytes;
  const [wide, high] = [xLow + xHigh * 256, yLow + yHigh * 256];
  if (bytes.length < 8 || bytes.length < 8 + wide * high) return undefined;
  if (mode !== 0) state.faults.push(`GS v 0 in mode ${mode}`);
  for (let at = 9; at < 8 + wide * high; at += 1)
    if (bytes[at - 1] === 0x10 && [0x04, 0x05, 0x14].includes(bytes[at] ?? 0)) state.faults.push('an order inside a picture');
  for (let y = 0; y < high; y += 1) {
    const row = new Uint8Array(dots);
    for (let x = 0; x < Math.min(dots, wide * 8); x += 1) row[x] = ((bytes[8 + y * wide + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
    state.rows.push(row);
  }
  return done(8 + wide * high);
}

/** The next command; undefined while it is not all there. What is in no table is named, and passed over byte by byte. */
function obey(bytes: readonly number[], state: State, dots: number): Taken | undefined {
  for (const length of [3, 2, 1]) {
    const command = COMMANDS[hex(bytes.slice(0, length))];
    if (command !== undefined) return command(bytes, state, dots);
  }
  const isBegun = Object.keys(COMMANDS).some((name) => name.startsWith(hex(bytes)));
  if (isBegun) return undefined;
  state.faults.push(`no command begins with ${hex(bytes.slice(0, 3))}`);
  return done(1);
}

const hex = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
