'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import type { RefusalView } from '../_ui/views.ts';
import { Ask } from './kiosk-frame.tsx';
import { LatinKeys } from './latin-keys.tsx';

type Props = { readonly refusals: readonly RefusalView[]; readonly onPass: (pass: string) => void; readonly onBack: () => void };

/** A child's pass hangs on an adult's: scan it, or type its short code. */
export function GuardianScreen({ refusals, onPass, onBack }: Props) {
  const t = useTranslations('kiosk.guardian');
  const everywhere = useTranslations('everywhere');
  const [code, setCode] = useState('');
  useWedge((text) => onPass(text.trim()));
  const typed = code.replace(/[\s-]/g, '');
  return (
    <>
      {refusals.length > 0 && <Refusal size="l" refusals={refusals} />}
      <Ask title={t('title')} note={t('note')} />
      <TextField
        label={t('label')}
        size="l"
        dir="ltr"
        autoFocus
        value={code}
        onChange={(text) => setCode(text.toUpperCase())}
        inputClassName="num tracking-widest"
      />
      <LatinKeys value={code} onChange={setCode} />
      <div className="mt-auto grid grid-cols-[1fr_2fr] gap-4">
        <Button size="xl" onPress={onBack}>
          {everywhere('back')}
        </Button>
        <Button size="xl" look="primary" isDisabled={typed.length < 10} onPress={() => onPass(typed)}>
          {everywhere('next')}
        </Button>
      </div>
    </>
  );
}
