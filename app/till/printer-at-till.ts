import type { PrintJob } from '#lib/printer/escpos.ts';
import { packed } from '#lib/printer/packed.ts';
import { askState, type Printed, type PrinterPort, type PrinterState, printOn } from '#lib/printer/printer.ts';
import { callApi } from '../_ui/api.ts';
import type { PrinterChoice } from './printer-choice.ts';
import { overSerial } from './serial-printer.ts';
import { overUsb } from './usb-printer.ts';

/** Prints by the wire that was chosen. Whatever goes wrong is an answer: a print is never a reason to stop. */
export async function printBy(choice: PrinterChoice, job: PrintJob): Promise<Printed> {
  const away: Printed = { outcome: 'not-printed', state: 'away' };
  if (choice.by === 'network') {
    const answer = await callApi<Printed>('POST', 'till/prints', {
      picture: await packed(job.picture),
      opensDrawer: job.opensDrawer,
    });
    // No answer: the market may have printed it, and nobody here knows.
    if (answer.kind === 'fault' && answer.status === 0) return { outcome: 'unconfirmed', state: 'away' };
    return answer.kind === 'done' ? answer.body : away;
  }
  return inTurn(() => over(choice, (port) => printOn(port, job)).catch(() => away));
}

/** What the chosen printer says of itself now. */
export async function stateBy(choice: PrinterChoice): Promise<PrinterState> {
  if (choice.by === 'network') {
    const answer = await callApi<{ readonly state: PrinterState | null }>('GET', 'till/printer');
    return (answer.kind === 'done' && answer.body.state) || 'away';
  }
  return inTurn(() => over(choice, askState).catch((): PrinterState => 'away'));
}

function over<Result>(choice: PrinterChoice, talk: (port: PrinterPort) => Promise<Result>): Promise<Result> {
  return choice.by === 'usb' ? overUsb(choice.usb, talk) : overSerial({ wanted: choice.serial, baud: choice.baud }, talk);
}

let turn: Promise<unknown> = Promise.resolve();

/** A wire is one conversation's at a time. */
function inTurn<Result>(talk: () => Promise<Result>): Promise<Result> {
  const mine = turn.then(talk);
  turn = mine.catch(() => {});
  return mine;
}
