'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { callApi } from '../_ui/api.ts';
import { passHeader, passInHand, putPassAway, takePass } from '../market/phone/pass-in-hand.ts';

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'fault'; readonly status: number }
  | { readonly kind: 'open'; readonly card: PassCard };

const AGAIN_MS = 10_000;

/** The pass of this phone: from the address (and at once out of it again), else as it was kept, else to be opened by hand. */
export function usePass() {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  const started = useRef(false);

  const open = useCallback(async (texts: readonly string[]): Promise<void> => {
    setOpened({ kind: 'opening' });
    for (const text of texts) {
      const answer = await seePass(text);
      if (answer.kind === 'done') {
        takePass(answer.body.pass.code);
        return setOpened({ kind: 'open', card: answer.body.pass });
      }
      if (answer.status === 0 || answer.status >= 429) return setOpened({ kind: 'fault', status: answer.status });
    }
    setOpened({ kind: 'unknown' });
  }, []);

  const close = useCallback((): void => {
    putPassAway();
    setOpened({ kind: 'closed' });
  }, []);

  useEffect(() => {
    const fromAddress = (): boolean => {
      const texts = textsIn(window.location.hash);
      if (texts.length === 0) return false;
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
      void open(texts);
      return true;
    };
    if (!started.current) {
      started.current = true;
      const kept = passInHand();
      if (!fromAddress()) kept ? void open([kept]) : setOpened({ kind: 'closed' });
    }
    window.addEventListener('hashchange', fromAddress);
    return () => window.removeEventListener('hashchange', fromAddress);
  }, [open]);

  const code = opened.kind === 'open' ? opened.card.code : null;
  useEffect(() => {
    if (code === null) return;
    const again = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await seePass(code);
      if (answer.kind === 'done') setOpened((now) => (now.kind === 'open' ? { kind: 'open', card: answer.body.pass } : now));
    }, AGAIN_MS);
    return () => clearInterval(again);
  }, [code]);

  return { opened, open, close };
}

const seePass = (text: string) =>
  callApi<{ pass: PassCard }>('GET', `passes/${encodeURIComponent(text)}`, undefined, passHeader(text));

/** What stands behind '#', as it may have been written: browsers escape the spaces of a pass text and leave its '%' alone. */
export function textsIn(hash: string): readonly string[] {
  const raw = hash.replace(/^#/, '');
  return [...new Set([raw.replaceAll('%20', ' '), decoded(raw), raw])].filter((text) => text.length >= 10);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
