import { describe, expect, test } from 'vitest';
import { autonomousSign } from '#lib/fiscal/autonomous-sign.ts';
import { refusalWhileShut, waitOf } from '#lib/fiscal/fiscal-terms.ts';
import { reconciled } from '#lib/fiscal/reconcile.ts';
import { tenderShares } from '#lib/fiscal/tender-shares.ts';

const TERMS = { onTimeMinutes: 15, loudHours: 60, shutHours: 72 };
const SINCE = '2026-11-01T00:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(SINCE) + ms).toISOString();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('A side whose documents wait', () => {
  test.each([
    [0, 'clear', 0],
    [15 * MINUTE, 'clear', 0],
    [15 * MINUTE + 1, 'late', 0],
    [60 * HOUR - 1, 'late', 59],
    [60 * HOUR, 'loud', 60],
    [72 * HOUR - 1, 'loud', 71],
    [72 * HOUR, 'shut', 72],
  ])('after %i ms is %s, %i hours', (ms, wait, hours) => {
    expect(waitOf(TERMS, SINCE, later(ms))).toEqual({ wait, hours });
  });

  test('is clear where nothing waits, however long ago anything was registered', () => {
    expect(waitOf(TERMS, null, later(1000 * HOUR))).toEqual({ wait: 'clear', hours: 0 });
  });

  test('sells until the last millisecond and not at it', () => {
    expect(refusalWhileShut(TERMS, SINCE, later(72 * HOUR - 1))).toBeUndefined();
    expect(refusalWhileShut(TERMS, SINCE, later(72 * HOUR))).toEqual({ reason: 'fiscal-shut', facts: { hours: 72, count: 72 } });
  });
});

const CNY = (minor: number) => ({ minor, currency: 'CNY' });
const handed = (kind: 'cash' | 'card' | 'qr', minor: number) => ({ kind, money: CNY(minor), reference: null });

describe('The tenders of a document', () => {
  test('are its total, with change and rounding left out of the cash', () => {
    expect(tenderShares(CNY(1003), [handed('cash', 5000)])).toEqual([{ kind: 'cash', minor: 1003 }]);
  });

  test('keep what was paid by card and QR', () => {
    expect(tenderShares(CNY(10_000), [handed('cash', 5000), handed('qr', 1500), handed('card', 4000)])).toEqual([
      { kind: 'cash', minor: 4500 },
      { kind: 'card', minor: 4000 },
      { kind: 'qr', minor: 1500 },
    ]);
  });

  test('of several sales in one payment come to the total of each and to what was handed over of each kind', () => {
    const totals = [3000, 1, 6999, 2500];
    const tenders = [handed('card', 3500), handed('qr', 4000), handed('cash', 5000)];
    let before = 0;
    const kinds = { cash: 0, card: 0, qr: 0 };
    for (const total of totals) {
      const shares = tenderShares(CNY(total), tenders, before);
      expect(shares.reduce((sum, { minor }) => sum + minor, 0)).toBe(total);
      for (const { kind, minor } of shares) kinds[kind] += minor;
      before += total;
    }
    expect(kinds).toEqual({ cash: 5000, card: 3500, qr: 4000 });
  });

  test('of another currency count at the rate of the sale', () => {
    const rate = [{ base: 'USD', quote: 'CNY', scaled: 7_000_000, date: '2026-11-01', source: 'test' }];
    const tender = { kind: 'card' as const, money: { minor: 1000, currency: 'USD' }, reference: null, rate };
    expect(tenderShares(CNY(8000), [tender, handed('cash', 1000)])).toEqual([
      { kind: 'cash', minor: 1000 },
      { kind: 'card', minor: 7000 },
    ]);
  });

  test('of a sale that cost nothing are no cash', () => {
    expect(tenderShares(CNY(0), [])).toEqual([{ kind: 'cash', minor: 0 }]);
  });
});

describe('A session and its documents', () => {
  const sold = { type: 'sale' as const, currency: 'KZT', count: 3, minor: 60_000 };

  test('agree to the minor unit, state by state', () => {
    const report = reconciled(
      [sold],
      [
        { ...sold, state: 'registered', count: 2, minor: 40_001 },
        { ...sold, state: 'refused', count: 1, minor: 19_999 },
      ],
    );
    expect(report.agrees).toBe(true);
    expect(report.lines[0]?.documents.map(({ state, count, amount }) => [state, count, amount.amount])).toEqual([
      ['registered', 2, '400.01'],
      ['refused', 1, '199.99'],
    ]);
  });

  test.each([
    ['one tiyn less', { count: 3, minor: 59_999 }, { count: 0, amount: '0.01' }],
    ['one document less', { count: 2, minor: 60_000 }, { count: 1, amount: '0.00' }],
    ['a document too many', { count: 4, minor: 70_000 }, { count: -1, amount: '-100.00' }],
  ])('do not agree where there is %s, and the line says so', (_, told, missing) => {
    const report = reconciled([sold], [{ ...sold, ...told, state: 'registered' }]);
    expect([report.agrees, report.lines[0]?.missing]).toEqual([
      false,
      { count: missing.count, amount: { amount: missing.amount, currency: 'KZT' } },
    ]);
  });

  test('are told apart by currency: what one lacks another does not make up for', () => {
    const report = reconciled([sold], [{ ...sold, currency: 'CNY', state: 'registered' }]);
    expect(report.lines.map(({ missing }) => missing.count)).toEqual([-3, 3]);
  });
});

describe('An autonomous sign', () => {
  const keyed = (key: string) => (text: string) => Buffer.from(`${key}${text}`).toString('base64url');
  const of = {
    type: 'sale' as const,
    register: 'T1',
    shift: 1,
    number: 1,
    taxId: '1',
    totalMinor: 100,
    currency: 'KZT',
    occurredAt: SINCE,
  };

  test('is twelve digits, the same for the same document and another for any other or another key', () => {
    const sign = autonomousSign(of, keyed('a'));
    expect(sign).toMatch(/^\d{12}$/);
    expect(autonomousSign({ ...of }, keyed('a'))).toBe(sign);
    for (const other of [{ number: 2 }, { totalMinor: 101 }, { type: 'void' as const }, { taxId: '2' }])
      expect(autonomousSign({ ...of, ...other }, keyed('a'))).not.toBe(sign);
    expect(autonomousSign(of, keyed('b'))).not.toBe(sign);
  });
});
