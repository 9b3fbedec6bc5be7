'use client';
import { useTranslations } from 'next-intl';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import type { PersonDoor } from './own-door.ts';
import { SignOut } from './sign-out.tsx';

type Props = {
  readonly door: PersonDoor;
  readonly name: string;
  readonly role: string;
  /** The door that this person may use. */
  readonly own: PersonDoor | undefined;
};

/** Signed in, but not for this door. */
export function WrongRole({ door, name, role, own }: Props) {
  const t = useTranslations('signIn');
  const everywhere = useTranslations('everywhere');
  const known = role as 'owner';
  return (
    <main className="grid min-h-dvh content-center justify-items-center gap-6 p-6">
      <Logo size="3.5rem" />
      <div className="grid max-w-prose gap-2 text-center">
        <h1 className="font-bold text-xl leading-tight">{t('wrongRole.title')}</h1>
        <p className="text-soft">
          {t('wrongRole.note', { name, role: t.has(`roles.${known}`) ? t(`roles.${known}`) : role, door })}
        </p>
      </div>
      <div className="flex flex-wrap justify-center gap-3">
        {own && (
          <a
            href={`/${own}`}
            className="inline-flex min-h-12 items-center rounded-box bg-teal px-5 font-semibold text-on-teal hover:bg-teal-deep"
          >
            {t('wrongRole.own')}: {everywhere(`landing.${own}`)}
          </a>
        )}
        <SignOut to={`/${door}`} />
      </div>
      <LanguageSwitch />
    </main>
  );
}
