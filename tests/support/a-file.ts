import Database from 'better-sqlite3';
import { type Verified, verifyMarket } from '#db/evidence/verify.ts';
import type { Market } from './a-market.ts';

/** The market's file as it is now, on a connection of its own that nothing stops from writing false rows. */
export function fileOf(market: Market): Database.Database {
  const file = new Database((market.serai.engine as unknown as { image(): Buffer }).image());
  file.pragma('foreign_keys = OFF');
  file.pragma('ignore_check_constraints = ON');
  return file;
}

/** What verifying says of the market as it is now. */
export function verified(market: Market): Verified {
  const file = fileOf(market);
  const said = verifyMarket(file);
  file.close();
  return said;
}
