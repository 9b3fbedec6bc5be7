import { sendFiscalDocuments } from '#app/fiscal-documents.ts';
import { readSettings, type Settings } from '#app/settings.ts';
import { type FiscalRow, fiscalDocumentsOf } from '#db/stores/fiscal-documents.ts';
import { id, type Market, type Who } from './a-market.ts';
import { body } from './a-visit.ts';
import { until } from './until.ts';

export const TERMS = { onTimeMinutes: 15, loudHours: 60, shutHours: 72 };

export const settingsWith = (more: Record<string, string>): Settings => readSettings({ SERAI_LOG: 'silent', ...more });

/** Says who a side's documents go to, as the office does. */
export const setAdapter = async (market: Market, office: Who, side: string, adapter: string, terms: object = TERMS) =>
  market.ask(office, 'POST', `/api/v1/sides/${side}/fiscal-adapters`, { id: id(), adapter, ...terms });

/** The documents of a sale as they are written down. */
export const documentsOf = (market: Market, sale: string): Promise<readonly FiscalRow[]> =>
  market.serai.engine.read((tx) => fiscalDocumentsOf(tx, sale));

/** Runs the server's sender until this holds. */
export async function sentUntil(market: Market, isDone: () => Promise<boolean>): Promise<void> {
  const stop = sendFiscalDocuments(market.serai, 20);
  try {
    await until(isDone);
  } finally {
    await stop();
  }
}

export const waitingAt = async (market: Market, office: Who, side: string) => {
  const { sides } = body<{ sides: { side: string; waiting: number; wait: string; hours: number; refused: number }[] }>(
    await market.ask(office, 'GET', '/api/v1/office/fiscal'),
    200,
  );
  return sides.find((each) => each.side === side) as (typeof sides)[number];
};
