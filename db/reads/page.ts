/** One page of a list, and where the next begins. */
export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** What a list is asked for. */
export type PageQuery = { readonly q?: string | undefined; readonly after?: string | undefined; readonly limit: number };

/** @param rows one more than a page holds, where there are more. */
export function pageOf<Row>(rows: readonly Row[], limit: number, idOf: (row: Row) => string): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? idOf(last) : null };
}

/** The newest ids of several lists, each newest first: ids rise with time. */
export function newestOf(pages: readonly (readonly { readonly id: string }[])[], most: number): readonly string[] {
  const ids = new Set(pages.flatMap((rows) => rows.map(({ id }) => id)));
  return [...ids].sort().reverse().slice(0, most);
}
