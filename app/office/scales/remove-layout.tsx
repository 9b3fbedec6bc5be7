'use client';
import { useTranslations } from 'next-intl';
import type { ScaleCode } from '#lib/catalogue/scale-code.ts';
import { useSideName } from '../../_desk/clock.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { useToast } from '../../_ui/toast.tsx';

type Props = {
  readonly side: string;
  readonly prefix: string;
  /** The layouts that stay. */
  readonly left: readonly ScaleCode[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Tills of a side stop reading labels of one prefix as weights or prices. */
export function RemoveLayout({ side, prefix, left, onClose, onDone }: Props) {
  const t = useTranslations('office.scales');
  const act = useAct();
  const say = useToast();
  const place = { prefix, side: useSideName()(side) };

  async function submit(): Promise<void> {
    const fields = { side, codes: left };
    if ((await act.run('scale-codes', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('removed', place), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('removeOne', place)}
      label={t('remove')}
      look="danger"
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>{t('removeNote')}</p>
    </FormDialog>
  );
}
