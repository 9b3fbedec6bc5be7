import { cpus } from 'node:os';
import { decideRows } from './decide.ts';
import type { Row } from './measure.ts';
import { saleRows } from './sale.ts';
import { searchRows } from './search.ts';
import { verifyRows } from './verify.ts';

// npm run bench [-- NAME ...]: prints each figure with a baseline of the same run and the ratio of the two.
const BENCHES: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  decide: decideRows,
  verify: verifyRows,
  sale: saleRows,
  search: searchRows,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const rows = (await BENCHES[name]?.()) ?? [];
  for (const { name: what, took, baseline, against, note } of rows)
    console.log(
      `${what}: ${took.toFixed(1)} us, ${(took / baseline).toFixed(2)} x ${against} (${baseline.toFixed(1)} us); ${note}`,
    );
}
