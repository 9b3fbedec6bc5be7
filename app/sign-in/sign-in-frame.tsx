import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';

type CardProps = {
  readonly title: string;
  readonly note: string;
  readonly onSubmit: (event: FormEvent) => Promise<void>;
  readonly children: ReactNode;
};

/** The form of a page on which somebody says who they are. */
export function SignInCard({ title, note, onSubmit, children }: CardProps) {
  return (
    <SignInFrame>
      <form onSubmit={onSubmit} noValidate className="grid gap-5 rounded-box border border-line bg-surface p-6">
        <div className="grid gap-1">
          <h1 className="font-bold text-xl leading-tight">{title}</h1>
          <p className="text-soft">{note}</p>
        </div>
        {children}
      </form>
    </SignInFrame>
  );
}

/** What went wrong, and what to do about it. */
export function SignInTrouble({ what, next }: { readonly what: string; readonly next: string }) {
  return (
    <div role="alert" className="grid gap-1 rounded-box border-2 border-red bg-red-tint p-4">
      <p className="font-bold">{what}</p>
      <p>{next}</p>
    </div>
  );
}

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
