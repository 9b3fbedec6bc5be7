'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { TextField } from '../_ui/fields.tsx';
import { nameIn } from '../_ui/names.ts';
import type { BasketLine } from './basket.ts';

type Props = { readonly line: BasketLine; readonly onClose: () => void; readonly onNote: (note: string) => void };

/** What tells one piece from others: it goes with its line to the receipt and into the record. */
export function NoteDialog({ line, onClose, onNote }: Props) {
  const t = useTranslations('counter.note');
  const [note, setNote] = useState(line.note ?? '');
  const put = (): void => {
    onNote(note.trim());
    onClose();
  };
  return (
    <Dialog title={nameIn(line.product.names, useLocale())} isOpen onClose={onClose}>
      <form
        className="grid gap-4 pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          put();
        }}
      >
        <TextField label={t('label')} hint={t('hint')} value={note} onChange={setNote} maxLength={60} dir="auto" autoFocus />
        <Button type="submit" look="primary" size="l">
          {t('put')}
        </Button>
      </form>
    </Dialog>
  );
}
