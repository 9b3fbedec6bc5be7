import { readFileSync, writeFileSync } from 'node:fs';
import type { Row } from './measure.ts';

const README = new URL('../../README.md', import.meta.url);

/** Puts the figures of a bench in the place of those of before, with the machine and the day; a new table comes at the end of README. */
export function writeInReadme(name: string, rows: readonly Row[], where: string, day: string): void {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of ${name} -->`];
  const written = readFileSync(README, 'utf8');
  const text = written.includes(begin) ? written : `${written}\n${begin}\n${end}\n`;
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  const table = [
    `\`npm run bench -- ${name}\`, ${day}, ${where}`,
    '',
    '| | took | in the same run | ratio | |',
    '|---|---|---|---|---|',
    ...rows.map(
      ({ name: what, took, baseline, against, note }) =>
        `| ${what} | ${inUnits(took)} | ${against}: ${inUnits(baseline)} | ${(took / baseline).toFixed(2)} | ${note} |`,
    ),
  ];
  writeFileSync(README, `${text.slice(0, from + begin.length)}\n${table.join('\n')}\n${text.slice(to)}`);
}

const inUnits = (us: number): string => (us < 1000 ? `${us.toFixed(0)} µs` : `${(us / 1000).toFixed(1)} ms`);
