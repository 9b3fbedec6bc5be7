import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pass'))('title') };
}

export default function PassLayout({ children }: { readonly children: ReactNode }) {
  return children;
}
