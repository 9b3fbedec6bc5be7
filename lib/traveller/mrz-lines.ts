import { MRZ_LAYOUTS, type MrzFormat } from './mrz-layout.ts';

/** Stands for a character that was not read; it is in no field's alphabet. */
export const NOT_READ = '?';

export type MrzLines = { readonly format: MrzFormat; readonly lines: readonly string[]; readonly wrongLength: readonly number[] };

const LONGEST_INPUT = 400;

/**
 * Finds the format and cuts the text into its lines, as a scanner, a camera or a person gave them: any line ends, spaces, lower
 * case, full-width letters, or all in one run. A line too short is filled with NOT_READ, so that what it does hold can be read.
 */
export function mrzLinesOf(text: string): MrzLines | undefined {
  if (text.length > LONGEST_INPUT) return undefined;
  const given = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/«/g, '<<')
    .split(/[\r\n]+/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: scanners send them around the text
    .map((line) => line.replace(/[\s\u0000-\u001f]+/g, ''))
    .filter((line) => line !== '');
  return exactly(given.join('')) ?? nearly(given);
}

function exactly(run: string): MrzLines | undefined {
  const format = FORMATS.find((each) => MRZ_LAYOUTS[each].lines * MRZ_LAYOUTS[each].width === run.length);
  if (!format) return undefined;
  const { lines, width } = MRZ_LAYOUTS[format];
  return { format, lines: Array.from({ length: lines }, (_, i) => run.slice(i * width, (i + 1) * width)), wrongLength: [] };
}

function nearly(given: readonly string[]): MrzLines | undefined {
  const longest = Math.max(0, ...given.map((line) => line.length));
  const format = given.length === 3 ? 'TD1' : given.length === 2 ? (longest >= 40 ? 'TD3' : 'TD2') : undefined;
  if (!format || longest < 24) return undefined;
  const { width, names } = MRZ_LAYOUTS[format];
  const wrongLength: number[] = [];
  const lines = given.map((line, i) => {
    const bare = line.replace(/<+$/, '');
    // Fillers end the line of names; how many were typed says nothing.
    if (i === names[0] && bare.length <= width) return bare.padEnd(width, '<');
    if (line.length !== width) wrongLength.push(i);
    return line.slice(0, width).padEnd(width, NOT_READ);
  });
  return { format, lines, wrongLength };
}

const FORMATS: readonly MrzFormat[] = ['TD1', 'TD2', 'TD3'];
