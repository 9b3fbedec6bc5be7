import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { visitorAt } from '#app/_session/visitor.ts';
import { WordsFor } from '../_ui/words-for.tsx';
import { doorOf, mayEnter } from '../sign-in/own-door.ts';
import { WrongRole } from '../sign-in/wrong-role.tsx';
import { OfficeFrame } from './office-frame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office'))('title'), robots: { index: false } };
}

/** Nobody is sent to sign in by the page itself, which knows where to come back to. */
export default async function OfficeLayout({ children }: { readonly children: ReactNode }) {
  const visitor = await visitorAt('office');
  const person = visitor && { name: visitor.name, role: visitor.role };
  return (
    <WordsFor areas={['office', 'desk', 'persons', 'signIn', 'lawRoom', 'decision']}>
      {visitor === undefined || person === undefined ? (
        children
      ) : mayEnter(visitor.role, 'office') ? (
        <OfficeFrame person={person}>{children}</OfficeFrame>
      ) : (
        <WrongRole door="office" own={doorOf(visitor.role)} {...person} />
      )}
    </WordsFor>
  );
}
