import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';

/** One card in the middle of a quiet page, with the way out and the language above it. */
export function SignInFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('signIn');
  const everywhere = useTranslations('everywhere');
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-8 px-5 py-10">
      <header className="flex items-center justify-between gap-4">
        <a href="/" className="flex items-center gap-3 font-bold text-l" aria-label={t('doors')}>
          <Logo /> {everywhere('product')}
        </a>
        <LanguageSwitch />
      </header>
      {children}
    </main>
  );
}
