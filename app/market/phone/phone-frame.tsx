'use client';
import { IdCard, Store } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { classNames } from '../../_ui/class-names.ts';
import { LanguageSwitch } from '../../_ui/language-switch.tsx';
import { Logo } from '../../_ui/logo.tsx';

type Props = {
  readonly here: 'pass' | 'market';
  /** A third place in the bar: what this screen keeps at hand. */
  readonly atHand?: ReactNode;
  readonly children: ReactNode;
};

/** Round both screens of a shopper's phone: the language at the head, the way between pass and storefronts under the thumb. */
export function PhoneFrame({ here, atHand, children }: Props) {
  const t = useTranslations('everywhere');
  return (
    <div className="flex h-dvh flex-col">
      <div data-phone-page className="flex-1 overflow-y-auto">
        <header className="mx-auto flex max-w-xl items-center justify-between gap-4 px-4 pt-3 pb-1">
          <div className="flex items-center gap-3 font-bold">
            <Logo size="2.25rem" />
            {t('product')}
          </div>
          <LanguageSwitch />
        </header>
        <main className="mx-auto flex max-w-xl flex-col gap-5 px-4 pt-2 pb-6">{children}</main>
      </div>
      <nav
        aria-label={t('more')}
        className="on-screen grid auto-cols-fr grid-flow-col border-line border-t bg-surface pb-[env(safe-area-inset-bottom)]"
      >
        <Door href="/pass" isHere={here === 'pass'} Icon={IdCard}>
          {t('landing.pass')}
        </Door>
        <Door href="/market" isHere={here === 'market'} Icon={Store}>
          {t('landing.market')}
        </Door>
        {atHand}
      </nav>
    </div>
  );
}

type DoorProps = { readonly href: string; readonly isHere: boolean; readonly Icon: typeof Store; readonly children: ReactNode };

function Door({ href, isHere, Icon, children }: DoorProps) {
  return (
    <a
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={classNames(
        'flex min-h-16 flex-col items-center justify-center gap-0.5 border-t-4 px-2 font-semibold text-s leading-tight',
        isHere ? 'border-teal text-teal' : 'border-transparent text-soft',
      )}
    >
      <Icon aria-hidden size="1.5em" />
      {children}
    </a>
  );
}
