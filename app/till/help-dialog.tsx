'use client';
import { MonitorUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';

const KEYS = [
  ['/', 'search'],
  ['↑ ↓ ← →', 'arrows'],
  ['Enter', 'enter'],
  ['+ −', 'plusMinus'],
  ['*', 'times'],
  ['Delete', 'remove'],
  ['Insert', 'camera'],
  ['F1', 'display'],
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

type Props = { readonly isOpen: boolean; readonly onClose: () => void; readonly onDisplay: () => void };

/** What the keyboard and the scanner do. */
export function HelpDialog({ isOpen, onClose, onDisplay }: Props) {
  const t = useTranslations('till.help');
  const d = useTranslations('counter.display');
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
      <Button onPress={onDisplay}>
        <MonitorUp aria-hidden size={22} /> {d('open')}
      </Button>
    </Dialog>
  );
}
