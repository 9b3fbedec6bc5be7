import { z } from 'zod';
import { NoteCopy, noteCopy } from '#lib/operations/note-copy.ts';
import { PrintAtMarket, printAtMarket, seePrinter } from '#lib/operations/print-at-market.ts';
import { SetPrinter, setPrinter } from '#lib/operations/set-printer.ts';
import { OUTCOMES, PRINTER_STATES } from '#lib/printer/printer.ts';
import { acted, call, ok } from '../call.ts';
import { refused } from '../problem.ts';

const state = z.enum(PRINTER_STATES);

/** Receipts on paper, where the market's server prints them, and copies of them wherever they are printed. */
export const PRINTER_CALLS = [
  call({
    method: 'POST',
    path: '/api/v1/devices/{device}/printers',
    summary: 'Says where on the market’s network a till prints; null: nowhere.',
    action: 'run-market',
    input: SetPrinter,
    output: z.strictObject({ printer: z.strictObject({ device: z.string(), address: z.string().nullable() }) }),
    run: (context, input) => acted(setPrinter(context, input)),
  }),
  call({
    method: 'GET',
    path: '/api/v1/till/printer',
    summary: 'Asks the printer that the office entered for this till how it is; null where it entered none.',
    action: 'see-own-till',
    input: z.strictObject({}),
    output: z.strictObject({ state: state.nullable() }),
    run: async (context) => ok(await seePrinter(context)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/till/prints',
    summary:
      'Prints the picture of a receipt (a bit for each dot, deflated, base64url) on that printer, and says what became of it.',
    action: 'sell',
    input: PrintAtMarket,
    output: z.strictObject({ outcome: z.enum(OUTCOMES), state }),
    answers: [200],
    refuses: true,
    async run(context, input) {
      const printed = await printAtMarket(context, input);
      return 'refusals' in printed ? refused(printed.refusals) : ok(printed);
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/sales/{sale}/copies',
    summary: 'Counts a copy of a receipt that is about to be printed, and says which it is.',
    action: 'sell',
    input: NoteCopy,
    output: z.strictObject({ copy: z.strictObject({ sale: z.string(), number: z.int() }) }),
    refuses: false,
    run: (context, input) => acted(noteCopy(context, input)),
  }),
];
