import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { WordsFor } from '../_ui/words-for.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title'), robots: { index: false } };
}

export default function SignInLayout({ children }: { readonly children: ReactNode }) {
  return <WordsFor areas={['signIn']}>{children}</WordsFor>;
}
