'use client';
import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Toasts } from './toast.tsx';

/** What every screen stands in: the language of controls, the place where short notices appear, and the Han faces fetched after first paint. */
export function Frame({ tag, children }: { readonly tag: string; readonly children: ReactNode }) {
  useEffect(() => {
    // 200 slices: never in the way of the first paint; the system's Han face stands in until they arrive.
    void import('./han-fonts.ts');
  }, []);
  return (
    <I18nProvider locale={tag}>
      <Toasts>{children}</Toasts>
    </I18nProvider>
  );
}
