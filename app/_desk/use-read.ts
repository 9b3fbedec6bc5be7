'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Answer, callApi } from '../_ui/api.ts';

export type Read<Body> = {
  /** The last answer; it stays on the screen while a newer one is fetched. */
  readonly body: Body | undefined;
  /** The status of the last call, if it went wrong. */
  readonly fault: number | null;
  readonly loading: boolean;
  readonly reload: () => void;
};

/** Reads something of the market. A reload asked for during a read follows it, so the screen ends with the newest. */
export function useRead<Body>(path: string): Read<Body> {
  const [state, setState] = useState<Omit<Read<Body>, 'reload'>>({ body: undefined, fault: null, loading: true });
  const busy = useRef<string | null>(null);
  const again = useRef(false);

  const fetchNow = useCallback(async (): Promise<void> => {
    if (busy.current === path) {
      again.current = true;
      return;
    }
    busy.current = path;
    setState((before) => ({ ...before, loading: true }));
    const answer = await callApi<Body>('GET', path);
    if (busy.current !== path) return;
    busy.current = null;
    signInAgainIfNobody(answer);
    setState((before) =>
      answer.kind === 'done'
        ? { body: answer.body, fault: null, loading: false }
        : { body: before.body, fault: answer.status, loading: false },
    );
    if (again.current) {
      again.current = false;
      void fetchNow();
    }
  }, [path]);

  useEffect(() => {
    void fetchNow();
    return () => {
      busy.current = null;
    };
  }, [fetchNow]);
  const reload = useCallback(() => void fetchNow(), [fetchNow]);
  return { ...state, reload };
}

/** A session that ended (twelve hours, a suspension) sends its person to sign in and back here. */
export function signInAgainIfNobody(answer: Answer<unknown>): void {
  if (answer.kind === 'fault' && answer.status === 401)
    window.location.assign(`/sign-in?to=${encodeURIComponent(window.location.pathname)}`);
}
