/** What must be the sum of other rows, as a statement that finds the ids of those that are not. It reads the same in every engine. */
export type Sum = { readonly table: string; readonly wrong: string; readonly find: string };

const movedBy = (more: string, less: readonly string[]) =>
  `sum(CASE kind WHEN '${more}' THEN amount ${less.map((kind) => `WHEN '${kind}' THEN -amount`).join(' ')} ELSE 0 END)`;

const STANDS = 'NOT EXISTS (SELECT 1 FROM sale_void WHERE sale_void.sale = sale.id)';

/** Finds the keys under which what is kept and what is there differ. Both are rows of the key and figures by the same names. */
const unlike = (key: string, figures: readonly string[], kept: string, there: string) => {
  const [sums, less] = [figures.map((name) => `sum(${name}) AS ${name}`), figures.map((name) => `-${name}`)];
  return `SELECT place FROM (
    SELECT place, ${sums.join(', ')} FROM (
      SELECT ${key} AS place, ${figures.join(', ')} FROM (${kept}) AS kept
      UNION ALL SELECT ${key} AS place, ${less.join(', ')} FROM (${there}) AS there
    ) AS both_sides GROUP BY place
  ) AS compared WHERE ${figures.map((name) => `${name} <> 0`).join(' OR ')} ORDER BY place`;
};

export const SUMS: readonly Sum[] = [
  {
    table: 'account',
    wrong: 'posted and held are not the sums of its entries',
    find: `SELECT account.id FROM account LEFT JOIN (
      SELECT account, ${movedBy('post', ['unpost', 'expire'])} AS posted, ${movedBy('hold', ['release'])} AS held
      FROM account_entry GROUP BY account
    ) AS moved ON moved.account = account.id
    WHERE account.posted <> coalesce(moved.posted, 0) OR account.held <> coalesce(moved.held, 0) ORDER BY account.id`,
  },
  {
    table: 'sale',
    wrong: 'the total is not the sum of its lines',
    find: `SELECT sale.id FROM sale LEFT JOIN (SELECT sale, sum(paid_minor) AS paid FROM sale_line GROUP BY sale) AS lines
      ON lines.sale = sale.id WHERE sale.total_minor <> coalesce(lines.paid, 0) ORDER BY sale.id`,
  },
  {
    table: 'refund',
    wrong: 'the total is not the sum of its lines',
    find: `SELECT refund.id FROM refund LEFT JOIN (SELECT refund, sum(minor) AS back FROM refund_line GROUP BY refund) AS lines
      ON lines.refund = refund.id WHERE refund.total_minor <> coalesce(lines.back, 0) ORDER BY refund.id`,
  },
  {
    table: 'takings',
    wrong: 'is not the sum of the sales that stand',
    find: unlike(
      "market_day || ' ' || stall || ' ' || currency",
      ['sales', 'minor'],
      'SELECT * FROM takings',
      `SELECT market_day, stall, currency, count(*) AS sales, sum(total_minor) AS minor
       FROM sale WHERE ${STANDS} GROUP BY 1, 2, 3`,
    ),
  },
  {
    table: 'takings_hour',
    wrong: 'is not the sum of the sales that stand',
    find: unlike(
      "market_day || ' ' || side || ' ' || hour",
      ['sales'],
      'SELECT * FROM takings_hour',
      `SELECT market_day, side, substr(recorded_at, 1, 13) AS hour, count(*) AS sales
       FROM sale JOIN stall ON stall.id = sale.stall WHERE ${STANDS} GROUP BY 1, 2, 3`,
    ),
  },
  {
    table: 'takings_by',
    wrong: 'is not the sum of the sales that stand',
    find: unlike(
      "stall || ' ' || \"by\" || ' ' || market_day || ' ' || subject || ' ' || currency",
      ['sales', 'quantity_milli', 'minor'],
      'SELECT * FROM takings_by',
      `SELECT stall, 'hour' AS "by", market_day, substr(occurred_at, 1, 13) AS subject, currency, 1 AS sales, 0 AS quantity_milli, total_minor AS minor
         FROM sale WHERE ${STANDS}
       UNION ALL SELECT stall, 'cashier', market_day, coalesce(operator, ''), currency, 1, 0, total_minor FROM sale WHERE ${STANDS}
       UNION ALL SELECT stall, 'product', market_day, product, currency, 1, sale_line.quantity_milli, paid_minor
         FROM sale JOIN sale_line ON sale_line.sale = sale.id WHERE ${STANDS}`,
    ),
  },
  {
    table: 'product_takings',
    wrong: 'is not the sum of the lines of sales that stand',
    find: unlike(
      "vendor || ' ' || product || ' ' || currency",
      ['quantity_milli', 'minor'],
      'SELECT * FROM product_takings',
      `SELECT sale.vendor, product, currency, sum(sale_line.quantity_milli) AS quantity_milli, sum(paid_minor) AS minor
       FROM sale JOIN sale_line ON sale_line.sale = sale.id WHERE ${STANDS} GROUP BY 1, 2, 3`,
    ),
  },
  {
    table: 'stock_sum',
    wrong: 'is not the sum of the movements',
    find: unlike('product', ['quantity_milli'], 'SELECT * FROM stock_sum', 'SELECT product, quantity_milli FROM stock_movement'),
  },
  {
    table: 'account_sum',
    wrong: 'is not the sum of the accounts',
    find: unlike(
      'rule',
      ['accounts', 'used', 'limit_amount', 'nearly_spent'],
      'SELECT * FROM account_sum',
      `SELECT rule, count(*) AS accounts, sum(posted + held) AS used, sum(limit_amount) AS limit_amount,
         sum(CASE WHEN (posted + held) * 10 >= limit_amount * 9 THEN 1 ELSE 0 END) AS nearly_spent FROM account GROUP BY rule`,
    ),
  },
];
