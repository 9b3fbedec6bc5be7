'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { nameIn } from '../../_ui/names.ts';
import { useToast } from '../../_ui/toast.tsx';
import type { Names } from '../../_ui/views.ts';
import { isNamed, NameFields, trimmed } from './name-fields.tsx';
import type { ProductDialogProps } from './price-dialog.tsx';

export function NamesDialog({ product, onClose, onDone }: ProductDialogProps) {
  const t = useTranslations('shop');
  const language = useLocale();
  const act = useAct();
  const say = useToast();
  const [names, setNames] = useState<Names>(product.names);
  const [asked, setAsked] = useState(false);

  async function submit(): Promise<void> {
    setAsked(true);
    if (!isNamed(names)) return;
    const fields = { names: trimmed(names) };
    if ((await act.run(`products/${product.id}/changes`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('names.done'), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('products.changeNamesOf', { name: nameIn(product.names, language) })}
      label={t('names.act')}
      kind="sheet"
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="text-soft">{t('names.note')}</p>
      <NameFields names={names} onChange={setNames} asked={asked} />
    </FormDialog>
  );
}
