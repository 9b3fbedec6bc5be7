import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Challenge } from '#app/_session/challenge.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('till'))('title'), robots: { index: false }, manifest: '/till.webmanifest' };
}

// Before the first paint: a till that flashes white in a dim hall is a till people switch off.
const THEME =
  "try{document.documentElement.dataset.theme=localStorage.getItem('serai.till.theme')==='light'?'light':'dark'}catch{document.documentElement.dataset.theme='dark'}";

export default async function TillLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <Challenge />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
      <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: THEME }} />
      {children}
    </>
  );
}
