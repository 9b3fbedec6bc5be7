import type Database from 'better-sqlite3';

/** How often each sale moved money and stock. */
export function soldTimes(file: Database.Database): ReadonlyMap<string, number> {
  const rows = file
    .prepare<[], { id: string; times: number }>(
      "SELECT payment.id, (SELECT count(*) FROM stock_movement WHERE act = payment.id AND kind = 'sale') AS times FROM payment JOIN sale ON sale.payment = payment.id",
    )
    .all();
  return new Map(rows.map(({ id, times }) => [id, times]));
}
