'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isShortCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { faultWords } from '../_ui/fault.ts';
import { TextField } from '../_ui/fields.tsx';
import { ShortRefusal } from './allowance-pane.tsx';
import type { NotFound } from './use-look-ups.ts';

type Props = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onPass: (pass: string) => Promise<NotFound>;
};

/** For a pass that the scanner does not read: the ten characters under its code. */
export function PassDialog({ isOpen, onClose, onPass }: Props) {
  const t = useTranslations('till.pass');
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <CodeForm onClose={onClose} onPass={onPass} />
    </Dialog>
  );
}

function CodeForm({ onClose, onPass }: Omit<Props, 'isOpen'>) {
  const t = useTranslations('till.pass');
  const c = useTranslations('everywhere');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<NotFound>(null);
  const [busy, setBusy] = useState(false);
  const isQr = code.startsWith('SR1:');
  const whole = isQr || isShortCode(code);
  const complete = code.replace(/[\s-]/g, '').length >= 10;

  const look = async (): Promise<void> => {
    if (!whole || busy) return;
    setBusy(true);
    const why = await onPass(code.trim());
    setBusy(false);
    setMissing(why);
    if (why === null) onClose();
  };

  return (
    <form
      className="grid gap-4 pb-2"
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <p className="text-soft">{t('note')}</p>
      <TextField
        label={t('code')}
        size="l"
        dir="ltr"
        autoFocus
        value={code}
        onChange={(typed) => {
          setCode(typed.startsWith('SR1:') ? typed : typed.toUpperCase());
          setMissing(null);
        }}
        placeholder="7QK-4M2-9XYZ"
        error={complete && !whole ? t('notACode') : undefined}
        inputClassName="num tracking-widest"
      />
      {missing && 'refusal' in missing && <ShortRefusal refusal={missing.refusal} />}
      {missing && 'fault' in missing && (
        <p role="alert" className="text-red">
          {c(`faults.${faultWords(missing.fault)}`)}
        </p>
      )}
      <Button type="submit" look="primary" size="l" isDisabled={!whole} isPending={busy}>
        {t('use')}
      </Button>
    </form>
  );
}
