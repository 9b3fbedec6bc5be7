import { cpus } from 'node:os';
import { decideRows } from './decide.ts';
import { growthRows } from './growth.ts';
import type { Row } from './measure.ts';
import { passRows } from './pass.ts';
import { writeInReadme } from './readme.ts';
import { saleRows } from './sale.ts';
import { searchRows } from './search.ts';
import { tillRows } from './till.ts';
import { verifyRows } from './verify.ts';

// npm run bench [-- [--readme] NAME ...]: prints each figure with a baseline of the same run and the ratio of the two; --readme puts them
// into README's tables.
const BENCHES: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  decide: decideRows,
  verify: verifyRows,
  sale: saleRows,
  pass: passRows,
  search: searchRows,
  growth: growthRows,
  till: tillRows,
};

const words = process.argv.slice(2);
const asked = words.filter((word) => word !== '--readme');
const unknown = asked.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const where = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`;
console.log(where);
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const rows = (await BENCHES[name]?.()) ?? [];
  for (const { name: what, took, baseline, against, note } of rows)
    console.log(
      `${what}: ${took.toFixed(1)} us, ${(took / baseline).toFixed(2)} x ${against} (${baseline.toFixed(1)} us); ${note}`,
    );
  if (words.includes('--readme')) writeInReadme(name, rows, where, new Date().toISOString().slice(0, 10));
}
