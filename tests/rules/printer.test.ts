import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { describe, expect, test } from 'vitest';
import { type Bitmap, bitmapOf, bytesInRow } from '#lib/printer/bitmap.ts';
import { receiptBytes } from '#lib/printer/escpos.ts';
import { hearing } from '#lib/printer/hearing.ts';
import { packed, unpacked } from '#lib/printer/packed.ts';
import { askState, type PrinterPort, printOn } from '#lib/printer/printer.ts';
import { addressText, printerAddress } from '#lib/printer/printer-address.ts';
import { aReceiptPrinter, type ReceiptPrinter } from '#tests/support/receipt-printer.ts';

/** Dots by a rule, so that no two rows are alike and every bit of a byte is used. */
function aPicture(width: number, height: number): Bitmap {
  const bits = Uint8Array.from({ length: bytesInRow(width) * height }, (_, at) => (at * 37 + Math.floor(at / 72) * 101) & 0xff);
  return { width, height, bits };
}

const rowsOf = ({ width, height, bits }: Bitmap): Uint8Array[] =>
  Array.from({ length: height }, (_, y) =>
    Uint8Array.from({ length: width }, (_, x) => ((bits[y * bytesInRow(width) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1),
  );

/** A wire straight to a printer. */
function wireTo(printer: ReceiptPrinter, onSend: (bytes: Uint8Array) => void = () => {}): PrinterPort {
  const said: Uint8Array[] = [];
  let wake: (() => void) | undefined;
  const read = async (): Promise<Uint8Array> => {
    while (said.length === 0) await new Promise<void>((more) => (wake = more));
    return said.shift() as Uint8Array;
  };
  return {
    async send(bytes) {
      said.push(printer.take(bytes));
      onSend(bytes);
      wake?.();
    },
    hear: hearing(read),
  };
}

describe('What a receipt printer is sent', () => {
  test.each([
    [576, 1],
    [576, 128],
    [576, 129],
    [576, 1000],
  ])('a picture of %i x %i dots comes out dot for dot, cut off once', (width, height) => {
    const [printer, picture] = [aReceiptPrinter(), aPicture(width, height)];
    printer.take(receiptBytes({ picture, opensDrawer: false }));
    expect(printer.faults).toEqual([]);
    expect(printer.sheets).toEqual([rowsOf(picture)]);
    expect(printer.drawerOpened).toBe(0);
  });

  test('small paper is fed to where it can be torn', () => {
    const [printer, picture] = [aReceiptPrinter(384), aPicture(384, 10)];
    printer.take(receiptBytes({ picture, opensDrawer: false }));
    const [sheet = []] = printer.sheets;
    expect(sheet.slice(0, 10)).toEqual(rowsOf(picture));
    expect(sheet.length).toBeGreaterThan(60);
  });

  test('the drawer opens before the first dot is printed, and alone where there is no picture', () => {
    const printer = aReceiptPrinter();
    const bytes = receiptBytes({ picture: aPicture(576, 3), opensDrawer: true });
    printer.take(bytes.subarray(0, 12));
    expect([printer.drawerOpened, printer.rows.length]).toEqual([1, 0]);
    printer.take(bytes.subarray(12));
    printer.take(receiptBytes({ picture: { width: 576, height: 0, bits: new Uint8Array() }, opensDrawer: true }));
    expect([printer.drawerOpened, printer.sheets.length, printer.faults]).toEqual([2, 1, []]);
  });

  test('dots that would read as an order to the printer lose one dot; sent as they are, they would be one', () => {
    const bits = Uint8Array.from({ length: 72 }, (_, at) => [0x10, 0x14, 0x10, 0x04, 0x10, 0x05][at % 6] ?? 0);
    const picture = { width: 576, height: 1, bits };
    const [careful, careless] = [aReceiptPrinter(), aReceiptPrinter()];
    const bytes = receiptBytes({ picture, opensDrawer: false });
    careful.take(bytes);
    expect(careful.faults).toEqual([]);
    const raw = bytes.slice();
    raw.set(bits, 10);
    careless.take(raw);
    expect(careless.faults).toContain('an order inside a picture');
  });

  test('what another maker’s encoder makes of the same picture is the same on paper', () => {
    const picture = aPicture(576, 240);
    const data = Uint8ClampedArray.from(
      rowsOf(picture).flatMap((row) => [...row].flatMap((dot) => (dot ? [0, 0, 0, 255] : [255, 255, 255, 255]))),
    );
    const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', imageMode: 'raster', columns: 48, feedBeforeCut: 0 });
    const image = { data, width: 576, height: 240 } as unknown as ImageData;
    const theirs = aReceiptPrinter();
    theirs.take(encoder.initialize().image(image, 576, 240, 'threshold').pulse().cut('partial').encode());
    const ours = aReceiptPrinter();
    ours.take(receiptBytes({ picture, opensDrawer: true }));
    expect(theirs.faults.filter((fault) => fault !== 'an order inside a picture')).toEqual([]);
    expect([theirs.drawerOpened, ours.drawerOpened]).toEqual([1, 1]);
    const differing = theirs.sheets[0]
      ?.slice(0, 240)
      .flatMap((row, y) => [...row].filter((dot, x) => dot !== ours.sheets[0]?.[y]?.[x]));
    // One dot for each order that the other encoder lets stand.
    expect(differing?.length).toBe(theirs.faults.length);
  });

  test('a printer names what it does not know', () => {
    const printer = aReceiptPrinter();
    printer.take(Uint8Array.of(0x1b, 0x99, 0x0a));
    expect(printer.faults[0]).toBe('no command begins with 1b990a');
  });
});

describe('A print', () => {
  const job = { picture: aPicture(576, 300), opensDrawer: false };

  test('is done once the printer says that all before its question is on paper', async () => {
    const printer = aReceiptPrinter();
    expect(await printOn(wireTo(printer), job)).toEqual({ outcome: 'printed', state: 'ready' });
    expect(printer.sheets).toEqual([rowsOf(job.picture)]);
  });

  test.each([
    ['no-paper', { paper: 'end' }],
    ['cover-open', { cover: true }],
  ] as const)('to a printer with %s is not sent, and nothing is printed later', async (state, condition) => {
    const printer = aReceiptPrinter();
    printer.is(condition);
    expect(await printOn(wireTo(printer), job)).toEqual({ outcome: 'not-printed', state });
    printer.is({ paper: 'full', cover: false });
    expect([printer.sheets, printer.rows]).toEqual([[], []]);
  });

  test('to a printer without paper opens the drawer all the same, once, and never for a copy', async () => {
    const printer = aReceiptPrinter();
    printer.is({ paper: 'end' });
    await printOn(wireTo(printer), { ...job, opensDrawer: true });
    await printOn(wireTo(printer), job);
    printer.is({ paper: 'full' });
    expect([printer.drawerOpened, printer.faults]).toEqual([1, []]);
  });

  test('says that paper is low, and prints', async () => {
    const printer = aReceiptPrinter();
    printer.is({ paper: 'near-end' });
    expect(await printOn(wireTo(printer), job)).toEqual({ outcome: 'printed', state: 'paper-low' });
  });

  test('whose paper ends on the way is not said to be done', async () => {
    const printer = aReceiptPrinter();
    const port = wireTo(printer, (bytes) => {
      if (bytes.length < 100) return;
      printer.is({ paper: 'end' });
    });
    const held = { ...port, send: (bytes: Uint8Array) => port.send(bytes.length > 100 ? bytes.subarray(0, -4) : bytes) };
    expect(await printOn(held, job)).toEqual({ outcome: 'not-printed', state: 'no-paper' });
  });

  test('on a printer that never answers is sent and left unconfirmed', async () => {
    const printer = aReceiptPrinter();
    printer.is({ mute: true });
    expect(await printOn(wireTo(printer), job)).toEqual({ outcome: 'unconfirmed', state: 'mute' });
    expect(printer.sheets).toHaveLength(1);
  });

  test('over a wire that is gone is not printed; gone on the way, nobody knows', async () => {
    const gone: PrinterPort = { send: () => Promise.reject(new Error('unplugged')), hear: async () => undefined };
    expect(await printOn(gone, job)).toEqual({ outcome: 'not-printed', state: 'away' });
    let sent = 0;
    const printer = aReceiptPrinter();
    const wire = wireTo(printer);
    const tornOff: PrinterPort = {
      ...wire,
      send: (bytes) => {
        sent += 1;
        return sent > 3 ? gone.send(bytes) : wire.send(bytes);
      },
    };
    expect(await printOn(tornOff, job)).toEqual({ outcome: 'unconfirmed', state: 'away' });
  });

  test('is not confused by what the printer says by itself', async () => {
    const printer = aReceiptPrinter();
    const wire = wireTo(printer);
    const babble = hearing(() => new Promise((never) => setTimeout(never, 60_000)));
    const noisy = [0x10, 0x00, 0x0f, 0x00];
    const hear: PrinterPort['hear'] = async (withinMs) => noisy.shift() ?? wire.hear(withinMs);
    expect(await babble(1)).toBeUndefined();
    expect(await askState({ ...wire, hear })).toBe('ready');
  });
});

describe('A picture on its way to the server', () => {
  test('comes back dot for dot, smaller', async () => {
    const picture = { width: 576, height: 4000, bits: new Uint8Array(72 * 4000).fill(3, 1000, 5000) };
    const sent = await packed(picture);
    expect(await unpacked(sent)).toEqual(picture);
    expect(sent.packed.length).toBeLessThan(72 * 400);
  });

  test.each([
    ['another size', { height: 3999 }],
    ['more rows', { height: 4001 }],
    ['a width that no paper has', { width: 575 }],
    ['a height without end', { height: 16_385 }],
    ['no picture at all', { packed: 'AAAA' }],
    ['no text of bytes', { packed: '***' }],
  ])('is nothing where it says %s', async (_, lie) => {
    const sent = await packed({ width: 576, height: 4000, bits: new Uint8Array(72 * 4000) });
    expect(await unpacked({ ...sent, ...lie })).toBeUndefined();
  });
});

describe('An address that a printer of the market may have', () => {
  test.each([
    ['192.168.1.50', '192.168.1.50:9100'],
    ['10.0.0.7:9101', '10.0.0.7:9101'],
    ['172.16.0.1', '172.16.0.1:9100'],
    ['172.31.255.255:9109', '172.31.255.255:9109'],
    [' 127.0.0.1 ', '127.0.0.1:9100'],
  ])('%s', (text, address) => {
    const found = printerAddress(text);
    expect(found && addressText(found)).toBe(address);
  });

  test.each([
    '172.15.0.1',
    '172.32.0.1',
    '11.0.0.1',
    '192.169.1.1',
    '8.8.8.8',
    '169.254.169.254',
    '0.0.0.0',
    '10.0.0.256',
    '10.0.0.7:9099',
    '10.0.0.7:9110',
    '10.0.0.7:22',
    'printer.local',
    '10.0.0.7/24',
    '::1',
    '',
  ])('never %s', (text) => expect(printerAddress(text)).toBeUndefined());
});

describe('A dot', () => {
  test('is black where the pixel is dark enough, white where it is not', () => {
    const grey = (light: number) => [light, light, light, 255];
    const data = Uint8ClampedArray.from([167, 168, 0, 255, 0, 0, 0, 0, 0, 255].flatMap(grey));
    expect([...bitmapOf({ width: 10, height: 1, data }).bits]).toEqual([0b10101111, 0b10000000]);
  });
});
