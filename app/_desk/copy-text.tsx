'use client';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { useToast } from '../_ui/toast.tsx';

const SHOWN = 8;

/** A long number, shown by its start (or its end, where many start alike) and copied whole. */
export function CopyText({
  text,
  label,
  from = 'start',
}: {
  readonly text: string;
  readonly label: string;
  readonly from?: 'start' | 'end';
}) {
  const t = useTranslations('desk');
  const say = useToast();
  return (
    <Button
      look="quiet"
      aria-label={label}
      className="-ms-2 whitespace-nowrap px-2! font-normal! text-s! text-soft!"
      onPress={() => void navigator.clipboard.writeText(text).then(() => say({ text: t('copied'), tone: 'good' }))}
    >
      <bdi dir="ltr">{from === 'start' ? text.slice(0, SHOWN) : text.slice(-SHOWN)}</bdi>
      <Copy aria-hidden size="1em" />
    </Button>
  );
}
