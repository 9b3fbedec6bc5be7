import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/noto-naskh-arabic/wght.css';
import { languageOf } from '#lib/words/languages.ts';
import { Frame } from './_ui/frame.tsx';
import { KAZAKH_INTL } from './_ui/kazakh-intl.generated.ts';
import { WordsFor } from './_ui/words-for.tsx';
import './globals.css';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0b5d5e' };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('everywhere');
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, description: t('tagline') };
}

/** Language, direction and the Kazakh shim are settled before the first paint; every door lives inside. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const language = languageOf(await getLocale());
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={language.tag} dir={language.dir} suppressHydrationWarning>
      <head>
        {/* On every page, since a kiosk changes language without loading again. It has to run before hydration. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: KAZAKH_INTL }} />
      </head>
      <body>
        <WordsFor areas={[]}>
          <Frame tag={language.tag}>{children}</Frame>
        </WordsFor>
      </body>
    </html>
  );
}
