'use client';
import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from '../_ui/class-names.ts';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Logo } from '../_ui/logo.tsx';
import { SignOut } from '../sign-in/sign-out.tsx';
import { ClockProvider } from './clock.tsx';

export type DeskPage = { readonly href: string; readonly name: string; readonly Icon: LucideIcon };

type Props = {
  readonly title: string;
  /** Where this door begins: /office. */
  readonly home: string;
  readonly pages: readonly DeskPage[];
  readonly person: { readonly name: string; readonly role: string };
  /** At the foot of the menu: the clock, a note. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

/** A desk: the menu at its side (above it on a tablet), one page at a time. */
export function DeskFrame({ title, home, pages, person, foot, children }: Props) {
  const path = usePathname();
  // A page below another, such as one draft of the law, is its parent's in the menu.
  const here = pages.find(({ href }) => href !== home && path.startsWith(`${href}/`))?.href ?? path;
  return (
    <ClockProvider>
      <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] xl:grid-cols-[15rem_minmax(0,1fr)] xl:grid-rows-1">
        <aside className="flex flex-wrap items-center gap-x-4 border-line bg-surface max-xl:border-b max-xl:px-4 max-xl:py-2 xl:sticky xl:top-0 xl:h-dvh xl:flex-col xl:flex-nowrap xl:items-stretch xl:gap-5 xl:overflow-auto xl:border-e xl:p-4">
          <a href={home} className="flex min-h-12 items-center gap-3 font-bold leading-tight xl:px-2">
            <span className="shrink-0">
              <Logo size="2.25rem" />
            </span>
            {title}
          </a>
          <nav aria-label={title} className="max-xl:order-3 max-xl:w-full max-xl:overflow-x-auto xl:flex-1">
            <ul className="flex gap-1 xl:grid">
              {pages.map(({ href, name, Icon }) => (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={here === href ? 'page' : undefined}
                    className={classNames(
                      'flex min-h-12 items-center gap-3 whitespace-nowrap rounded-box px-3 font-semibold',
                      here === href ? 'bg-teal-tint text-teal-deep' : 'text-soft hover:bg-teal-tint hover:text-ink',
                    )}
                  >
                    <Icon aria-hidden size="1.3em" className="shrink-0" /> {name}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Person {...person} foot={foot} home={home} />
        </aside>
        <main className="mx-auto grid w-full min-w-0 max-w-[100rem] grid-cols-[minmax(0,1fr)] content-start gap-6 p-4 md:p-6">
          {children}
        </main>
      </div>
    </ClockProvider>
  );
}

function Person({ name, role, foot, home }: Props['person'] & { readonly foot: ReactNode; readonly home: string }) {
  const t = useTranslations('signIn');
  const known = role as 'owner';
  return (
    <div className="flex flex-wrap items-center gap-2 max-xl:ms-auto xl:grid xl:border-line xl:border-t xl:pt-4">
      {foot !== undefined && <div className="max-xl:hidden xl:px-2">{foot}</div>}
      <p className="grid leading-tight xl:px-2">
        <span className="font-semibold">
          <bdi>{name}</bdi>
        </span>
        <span className="text-s text-soft">{t.has(`roles.${known}`) ? t(`roles.${known}`) : role}</span>
      </p>
      <div className="flex flex-wrap max-xl:gap-1 xl:grid xl:justify-items-start">
        <LanguageSwitch />
        <SignOut to={home} />
      </div>
    </div>
  );
}
