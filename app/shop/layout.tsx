import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { visitorAt } from '#app/_session/visitor.ts';
import { WordsFor } from '../_ui/words-for.tsx';
import { doorOf, mayEnter } from '../sign-in/own-door.ts';
import { WrongRole } from '../sign-in/wrong-role.tsx';
import { ShopFrame } from './shop-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shop'))('title'), robots: { index: false } };
}

/** Nobody is sent to sign in by the page itself, which knows where to come back to. */
export default async function ShopLayout({ children }: { readonly children: ReactNode }) {
  const visitor = await visitorAt('shop');
  const person = visitor && { name: visitor.name, role: visitor.role };
  return (
    <WordsFor areas={['shop', 'desk', 'signIn', 'counter']}>
      {visitor === undefined || person === undefined ? (
        children
      ) : mayEnter(visitor.role, 'shop') ? (
        <ShopFrame person={person}>{children}</ShopFrame>
      ) : (
        <WrongRole door="shop" own={doorOf(visitor.role)} {...person} />
      )}
    </WordsFor>
  );
}
