import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Challenge } from '#app/_session/challenge.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kiosk'))('title'), robots: { index: false } };
}

export default function KioskLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <Challenge />
      {children}
    </>
  );
}
