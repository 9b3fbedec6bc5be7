import type Database from 'better-sqlite3';
import { STANDING_TABLES } from './standing-query.ts';

/** Every write to these tables comes through the writer, whoever's it is: triggers of its own say so, and no store can forget to. */
export function onStandingChange(writer: Database.Database, changed: () => void): void {
  writer.function('standing_changed', () => {
    changed();
    return null;
  });
  for (const table of STANDING_TABLES)
    for (const how of ['INSERT', 'UPDATE', 'DELETE'])
      writer.exec(
        `CREATE TEMP TRIGGER "standing_${table}_${how}" AFTER ${how} ON "${table}" BEGIN SELECT standing_changed(); END`,
      );
}
