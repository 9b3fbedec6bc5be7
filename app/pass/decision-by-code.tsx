'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { isShortCode, plainCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';

/** The code as it is printed at the foot of a paper receipt. */
export function DecisionByCode({ onOpen }: { readonly onOpen: (code: string) => void }) {
  const t = useTranslations('pass.receipts');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isCode = isShortCode(typed);
  const open = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isCode) onOpen(plainCode(typed));
  };
  return (
    <form onSubmit={open} className="grid gap-2 pt-2">
      <TextField
        label={t('byCode')}
        dir="ltr"
        value={typed}
        maxLength={14}
        onChange={setTyped}
        error={tried && !isCode ? t('wrongCode') : undefined}
      />
      <Button type="submit">{t('openDecision')}</Button>
    </form>
  );
}
