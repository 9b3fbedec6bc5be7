'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '../_ui/dialog.tsx';

const KEYS = [
  ['/', 'search'],
  ['↑ ↓ ← →', 'arrows'],
  ['Enter', 'enter'],
  ['+ −', 'plusMinus'],
  ['*', 'times'],
  ['Delete', 'remove'],
  ['F2', 'pass'],
  ['F3', 'note'],
  ['F4', 'pay'],
  ['F6', 'park'],
  ['F7', 'discount'],
  ['Esc', 'back'],
  ['F8', 'sales'],
  ['F10', 'session'],
  ['?', 'help'],
] as const;

/** What the keyboard and the scanner do. */
export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useTranslations('till.help');
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose} wide>
      <p>{t('scanner')}</p>
      <dl className="grid gap-x-8 gap-y-1 pb-3 md:grid-cols-2">
        {KEYS.map(([key, what]) => (
          <div key={key} className="flex min-h-11 items-center gap-4 border-line border-b">
            <dt className="min-w-24">
              <kbd dir="ltr" className="whitespace-nowrap rounded border border-edge bg-paper px-2 py-1 font-sans font-semibold">
                {key}
              </kbd>
            </dt>
            <dd className="min-w-0 leading-tight">{t(what)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
