'use client';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../_ui/button.tsx';
import { useToast } from '../../_ui/toast.tsx';

/** A long number, shown by its start and copied whole. */
export function CopyText({ text, label, show = 8 }: { readonly text: string; readonly label: string; readonly show?: number }) {
  const t = useTranslations('desk');
  const say = useToast();
  return (
    <Button
      look="quiet"
      aria-label={label}
      className="px-2 font-normal text-s text-soft"
      onPress={() => void navigator.clipboard.writeText(text).then(() => say({ text: t('copied'), tone: 'good' }))}
    >
      <bdi dir="ltr">{text.slice(0, show)}</bdi>
      <Copy aria-hidden size="1em" />
    </Button>
  );
}
