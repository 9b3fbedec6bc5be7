'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { faultWords } from '../_ui/fault.ts';

/** The goods could not be asked for: why, and the way to ask again. */
export function GoodsTrouble({ status, onAgain }: { readonly status: number; readonly onAgain: () => void }) {
  const everywhere = useTranslations('everywhere');
  return (
    <div role="alert" className="grid justify-items-start gap-3 rounded-box border-2 border-red bg-red-tint p-4">
      <p>{everywhere(`faults.${faultWords(status, 'shopper')}`)}</p>
      <Button onPress={onAgain}>{everywhere('tryAgain')}</Button>
    </div>
  );
}
