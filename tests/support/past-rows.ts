import type Database from 'better-sqlite3';

export const SALES_A_VISIT = 4;

/** Which of the past sales a row is written for. */
export const WHICH = {
  visit: `i % ${SALES_A_VISIT} = 0`,
  sale: 'true',
  refunded: 'i % 50 = 7',
  voided: 'i % 100 = 3',
} as const;

/** A row to write again: like which (or said whole), and with which of its columns said anew, as SQL. */
export type Like = {
  readonly table: string;
  readonly row?: string;
  readonly given: Readonly<Record<string, string>>;
  readonly of: keyof typeof WHICH;
};

/** An id of its own for each sale or visit and kind of row, rising with time as those do that clients make. */
const id = (kind: number, n: 'i' | 'v') =>
  `substr(made, 1, 8) || '-' || substr(made, 9, 4) || '-7' || printf('%03x', ${kind}) || '-8000-' || printf('%012x', ${n})`;
/** The same of a row that another sale of the visit may name. */
const ofVisit = (kind: number) => `'00000000-0000-7' || printf('%03x', ${kind}) || '-8000-' || printf('%012x', v)`;

/** Everything that a past sale writes: its visit from entry to exit, and now and then a refund or a void. */
export function likeOf(file: Database.Database): readonly Like[] {
  const one = (query: string) => file.prepare<[], string>(query).pluck().get() ?? '';
  const sale = one('SELECT id FROM sale ORDER BY recorded_at DESC LIMIT 1');
  const its = (column: string) => `(SELECT ${column} FROM sale WHERE id = '${sale}')`;
  const shown = "'{}'";
  const paid = `(SELECT paid_minor FROM sale_line WHERE sale = '${sale}' LIMIT 1)`;
  const [traveller, pass, visit, purse, sold, decided] = [
    ofVisit(1),
    ofVisit(2),
    ofVisit(3),
    `${ofVisit(1)} || '|PAST|visit:' || v`,
    id(4, 'i'),
    id(5, 'i'),
  ];
  const till = "'past-till-' || its_stall";
  const times = { recorded_at: 'its_at' };
  const perVisit: readonly Omit<Like, 'of'>[] = [
    { table: 'traveller', row: `id = ${its('traveller')}`, given: { id: traveller } },
    {
      table: 'pass',
      row: `id = ${its('pass')}`,
      given: {
        id: pass,
        traveller,
        code: "printf('%05X%05X', (v * 7919) % 1048573, v)",
        nationality: "CASE v % 4 WHEN 0 THEN 'CHN' WHEN 1 THEN 'KAZ' WHEN 2 THEN 'KGZ' ELSE 'PAK' END",
        party: 'NULL',
        replaces: 'NULL',
        issued_at: 'its_at',
      },
    },
    {
      table: 'visit',
      row: `id = ${its('visit')}`,
      given: { id: visit, traveller, pass, state: "'closed'", entered_at: 'its_at', closed_at: 'its_at' },
    },
    { table: 'presence', row: '1 LIMIT 1', given: { id: id(6, 'v'), visit, at: 'its_at' } },
    {
      table: 'account',
      row: '1 LIMIT 1',
      given: {
        id: purse,
        holder: traveller,
        rule: "'PAST'",
        period: "'visit:' || v",
        posted: '400',
        held: '0',
        limit_amount: '1000',
      },
    },
    {
      table: 'account_entry',
      row: "kind = 'hold' LIMIT 1",
      given: { id: id(7, 'v'), account: purse, visit, act: sold, kind: "'post'", amount: '400', ...times },
    },
    {
      table: 'account_entry',
      row: "kind = 'hold' LIMIT 1",
      given: { id: id(13, 'v'), account: purse, visit, act: sold, kind: "'release'", amount: '400', ...times },
    },
    { table: 'plan', row: '1 LIMIT 1', given: { visit, decision: decided, planned_at: 'its_at' } },
    {
      table: 'exit_case',
      row: "state = 'settled' LIMIT 1",
      given: { id: id(8, 'v'), visit, pass, decision: decided, presented_at: 'its_at', closed_at: 'its_at' },
    },
  ];
  const perSale: readonly Omit<Like, 'of'>[] = [
    {
      table: 'decision',
      row: `id = ${its('decision')}`,
      given: { id: decided, code: decided, visit, act: sold, facts: shown, body: shown },
    },
    { table: 'payment', row: `id = ${its('payment')}`, given: { id: sold, device: till, till_session: 'NULL', ...times } },
    { table: 'tender', row: `payment = ${its('payment')} LIMIT 1`, given: { id: id(9, 'i'), payment: sold } },
    {
      table: 'sale',
      row: `id = '${sale}'`,
      given: {
        ...{
          id: sold,
          number: "'P-' || i",
          device: till,
          position: 'i + 1',
          stall: 'its_stall',
          vendor: 'its_vendor',
          visit,
          pass,
          traveller,
        },
        ...{
          payment: sold,
          till_session: 'NULL',
          decision: decided,
          total_minor: paid,
          market_day: 'its_day',
          occurred_at: 'its_at',
          recorded_at: 'its_at',
        },
      },
    },
    {
      table: 'sale_line',
      row: `sale = '${sale}' LIMIT 1`,
      given: { id: id(10, 'i'), sale: sold, line: '1', product: 'its_product', lot: 'NULL' },
    },
    {
      table: 'stock_movement',
      row: "kind = 'sale' LIMIT 1",
      given: { id: id(11, 'i'), product: 'its_product', lot: 'NULL', act: sold, ...times },
    },
    {
      table: 'account_entry',
      row: "kind = 'hold' LIMIT 1",
      given: { id: id(12, 'i'), account: purse, visit, act: sold, amount: '100', ...times },
    },
    {
      table: 'act',
      row: `id = ${its('payment')}`,
      given: { id: sold, actor: till, answer: shown, occurred_at: 'its_at', ...times },
    },
    {
      table: 'audit',
      row: `act = ${its('payment')} LIMIT 1`,
      given: {
        ...{
          id: id(14, 'i'),
          chain: till,
          position: 'i + 1',
          act: sold,
          actor: "'till:' || its_stall",
          subject: sold,
          wrote: "'[]'",
        },
        ...{ previous_hash: 'hex(randomblob(32))', hash: 'hex(randomblob(32))', ...times },
      },
    },
  ];
  const back = { id: id(15, 'i'), sale: sold, total_minor: paid, currency: its('currency'), till_session: 'NULL' };
  const seldom: readonly Like[] = [
    { table: 'refund', of: 'refunded', given: { ...back, paid_by: "'stall'", refunded_at: 'its_at', refunded_by: till } },
    {
      table: 'refund_line',
      of: 'refunded',
      given: {
        ...{ id: id(16, 'i'), refund: id(15, 'i'), sale_line: id(10, 'i'), quantity_milli: '1000', minor: paid },
        ...{ goods: "'back'", replans: '1' },
      },
    },
    {
      table: 'refund_tender',
      of: 'refunded',
      given: { id: id(17, 'i'), refund: id(15, 'i'), kind: "'cash'", minor: paid, currency: its('currency'), reference: 'NULL' },
    },
    { table: 'sale_void', of: 'voided', given: { sale: sold, reason: "'rung up twice'", voided_at: 'its_at', voided_by: till } },
  ];
  return [
    ...perVisit.map((each) => ({ ...each, of: 'visit' as const })),
    ...perSale.map((each) => ({ ...each, of: 'sale' as const })),
    ...seldom,
  ];
}
