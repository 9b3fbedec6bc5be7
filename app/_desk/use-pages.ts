'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '../_ui/api.ts';
import { signInAgainIfNobody } from './use-read.ts';

type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

export type Pages<Row> = {
  readonly rows: readonly Row[] | undefined;
  readonly fault: number | null;
  readonly loading: boolean;
  /** The next page, where there is one. */
  readonly more: (() => void) | undefined;
  readonly reload: () => void;
};

/** A long list, a page at a time. `path` holds the question; `read` finds the page in the answer. */
export function usePages<Body, Row>(path: string, read: (body: Body) => Page<Row>): Pages<Row> {
  const [page, setPage] = useState<Page<Row> | undefined>(undefined);
  const [fault, setFault] = useState<number | null>(null);
  const [loading, setLoading] = useState(true);
  const asked = useRef(0);
  const pageOf = useRef(read);

  const fetchPage = useCallback(
    async (after: string | null): Promise<void> => {
      asked.current += 1;
      const ticket = asked.current;
      setLoading(true);
      const mark = path.includes('?') ? '&' : '?';
      const answer = await callApi<Body>('GET', after === null ? path : `${path}${mark}after=${after}`);
      if (ticket !== asked.current) return;
      signInAgainIfNobody(answer);
      setLoading(false);
      setFault(answer.kind === 'done' ? null : answer.status);
      if (answer.kind !== 'done') return;
      const { rows, next } = pageOf.current(answer.body);
      setPage((before) => ({ rows: after === null ? rows : [...(before?.rows ?? []), ...rows], next }));
    },
    [path],
  );

  useEffect(() => {
    void fetchPage(null);
  }, [fetchPage]);

  const next = page?.next ?? null;
  return {
    rows: page?.rows,
    fault,
    loading,
    more: next === null ? undefined : () => void fetchPage(next),
    reload: () => void fetchPage(null),
  };
}
