/** What must be the sum of other rows, as a statement that finds the ids of those that are not. It reads the same in every engine. */
export type Sum = { readonly table: string; readonly wrong: string; readonly find: string };

const movedBy = (more: string, less: readonly string[]) =>
  `sum(CASE kind WHEN '${more}' THEN amount ${less.map((kind) => `WHEN '${kind}' THEN -amount`).join(' ')} ELSE 0 END)`;

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
];
