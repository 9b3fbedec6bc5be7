'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isDay } from '#lib/calendar/day.ts';
import { FormDialog } from '../../../_desk/form-dialog.tsx';
import { useAct } from '../../../_desk/use-act.ts';
import { TextField } from '../../../_ui/fields.tsx';
import { useToast } from '../../../_ui/toast.tsx';
import type { LawNow } from '../law-views.ts';

type Props = { readonly draft: string; readonly version: number; readonly law: LawNow; readonly onClose: () => void };

/** From which day, and the first signature. */
export function LayDraft({ draft, version, law, onClose }: Props) {
  const t = useTranslations('lawRoom.motions');
  const ask = useTranslations('lawRoom.ask');
  const act = useAct();
  const say = useToast();
  const [effectiveFrom, setEffectiveFrom] = useState(law.firstDay);
  const [tried, setTried] = useState(false);

  async function submit(): Promise<void> {
    setTried(true);
    if (!isDay(effectiveFrom)) return;
    const fields = { version, effectiveFrom };
    if ((await act.run(`law/drafts/${draft}/motions`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('laid'), tone: 'good' });
    onClose();
  }

  return (
    <FormDialog title={t('layTitle')} label={t('lay')} act={act} onClose={onClose} onSubmit={() => void submit()}>
      <p>{t('layNote')}</p>
      <TextField
        label={t('day')}
        dir="ltr"
        value={effectiveFrom}
        onChange={setEffectiveFrom}
        maxLength={10}
        hint={t('dayHint', { day: `\u2066${law.firstDay}\u2069` })}
        error={tried && !isDay(effectiveFrom) ? ask('dayBad') : undefined}
      />
    </FormDialog>
  );
}
