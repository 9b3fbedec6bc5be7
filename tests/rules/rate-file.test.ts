import { describe, expect, test } from 'vitest';
import { readRateFile } from '#lib/money/rate-file.ts';

const HEADING = 'date,base,quote,rate,source';
const file = (...rows: string[]) => [HEADING, ...rows].join('\n');
const faultsOf = (text: string) => {
  const read = readRateFile(text);
  return 'faults' in read ? read.faults.map(({ line, field }) => `${line} ${field}`) : [];
};

describe('A file of exchange rates', () => {
  test('reads whole: windows line ends, a byte order mark, quotation marks, empty lines', () => {
    const text = `\uFEFF${HEADING}\r\n2026-11-18,EUR,CNY,8.245,"People's Bank, fixing ""noon"""\r\n\r\n2026-11-18,CNY,KZT,73.15,NBK\r\n`;
    expect(readRateFile(text)).toEqual({
      rates: [
        { date: '2026-11-18', base: 'EUR', quote: 'CNY', scaled: 8_245_000, source: 'People\'s Bank, fixing "noon"' },
        { date: '2026-11-18', base: 'CNY', quote: 'KZT', scaled: 73_150_000, source: 'NBK' },
      ],
    });
  });

  test('names the line and the field of everything that does not read', () => {
    const text = file(
      '2026-02-29,EUR,CNY,8.2,bank',
      '2026-11-18,EURO,CNY,8.2,bank',
      '2026-11-18,EUR,EUR,8.2,bank',
      '2026-11-18,EUR,CNY,"8,2",bank',
      '2026-11-18,EUR,KZT,0.0000001,bank',
      '2026-11-18,USD,CNY,0,bank',
      '2026-11-18,USD,KZT,7,',
      '2026-11-18,RUB,KZT,5.5,bank',
      '2026-11-18,RUB,KZT,5.6,bank',
    );
    expect(faultsOf(text)).toEqual(['2 date', '3 base', '4 quote', '5 rate', '6 rate', '7 rate', '8 source', '10 twice']);
  });

  test('is refused for its heading, or for a line with too few or too many columns', () => {
    expect(faultsOf('2026-11-18,EUR,CNY,8.2,bank')).toEqual(['1 heading']);
    expect(faultsOf('')).toEqual(['1 heading']);
    expect(faultsOf(file('2026-11-18,EUR,CNY,8.2', '2026-11-18,EUR,CNY,8.2,bank,more'))).toEqual(['2 columns', '3 columns']);
  });
});
