import type Database from 'better-sqlite3';
import { verifyBrowser } from '../keys/browser-key.ts';

/** The market's own key, to check what it signed in the place of a device without one. */
export type MarketKey = { readonly id: string; readonly signed: (text: string, signature: string) => boolean };

type Row = { readonly act: string; readonly text: string; readonly key: string; readonly signature: string };

/**
 * The acts whose signature is not true: neither of the browser's key that it names, nor of the market's. Without the market's key
 * what that signed is not looked at.
 */
export function* falseSignatures(file: Database.Database, market: MarketKey | undefined): Generator<string> {
  const rows = file.prepare<[], Row>('SELECT act, text, key, signature FROM act_signature ORDER BY rowid').iterate();
  for (const { act, text, key, signature } of rows) {
    const isMarkets = key.length === KEY_ID_LENGTH;
    const isTrue = isMarkets
      ? market === undefined || (market.id === key && market.signed(text, signature))
      : verifyBrowser(key, text, signature);
    if (!isTrue) yield act;
  }
}

/** A browser's key stands there whole, the market's by its name. */
const KEY_ID_LENGTH = 8;
