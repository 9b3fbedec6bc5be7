import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Challenge } from '#app/_session/challenge.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gate'))('title'), robots: { index: false } };
}

export default function GateLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Challenge />
      {children}
    </>
  );
}
