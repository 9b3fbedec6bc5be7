import type Database from 'better-sqlite3';
import { EVIDENCE, type Proven } from './tables.ts';
import type { Share } from './verify.ts';

/** What walking a link of a chain costs, in columns of rows. */
const COLUMNS_A_LINK = 20;

/** The work in two shares of about the same size: one has the chains, the other the sums. The heaviest table goes first. */
export function sharesOf(file: Database.Database): readonly [Share, Share] {
  const count = (name: string): number => file.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0;
  const chains = { load: count('audit') * COLUMNS_A_LINK, tables: [] as Proven[] };
  const sums = { load: 0, tables: [] as Proven[] };
  const loads = EVIDENCE.map((proven) => ({ proven, load: count(proven.name) * proven.columns.length }));
  for (const { proven, load } of loads.sort((a, b) => b.load - a.load)) {
    const lighter = chains.load < sums.load ? chains : sums;
    lighter.load += load;
    lighter.tables.push(proven);
  }
  return [
    { tables: chains.tables, hasChains: true, hasSums: false },
    { tables: sums.tables, hasChains: false, hasSums: true },
  ];
}
