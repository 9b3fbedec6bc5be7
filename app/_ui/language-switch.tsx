'use client';
import { Globe } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { LANGUAGES, languageOf } from '#lib/words/languages.ts';
import { Button } from './button.tsx';

/** Goes to the same page in another language; the proxy remembers the choice. The hash (a pass on a phone) stays. */
export function chooseLanguage(code: string): void {
  const there = new URL(window.location.href);
  there.searchParams.set('lang', code);
  window.location.replace(there);
}

/** Each language in its own script. With `onChoose` the screen keeps what it holds and decides itself. */
export function LanguageSwitch({ onChoose = chooseLanguage }: { readonly onChoose?: (code: string) => void }) {
  const t = useTranslations('everywhere');
  const current = languageOf(useLocale());
  return (
    <MenuTrigger>
      <Button look="quiet" aria-label={`${t('language')}: ${current.name}`} className="on-screen">
        <Globe aria-hidden size="1.25em" />
        <span>{current.name}</span>
      </Button>
      <Popover className="min-w-48 rounded-box border-2 border-edge bg-surface p-1.5 shadow-lg">
        <Menu aria-label={t('language')} onAction={(key) => onChoose(String(key))} className="outline-none">
          {LANGUAGES.map((language) => (
            <MenuItem
              key={language.code}
              id={language.code}
              textValue={language.name}
              className="flex min-h-12 cursor-pointer items-center rounded-md px-4 outline-none focus:bg-teal-tint"
            >
              <span
                lang={language.tag}
                dir={language.dir}
                className={language.code === current.code ? 'font-bold text-teal' : ''}
              >
                {language.name}
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
