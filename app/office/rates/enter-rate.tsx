'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useClock } from '../../_desk/clock.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { useToast } from '../../_ui/toast.tsx';
import type { RateKind } from '../law/law-views.ts';

type Props = { readonly kind: RateKind; readonly day: string; readonly onClose: () => void; readonly onDone: () => void };

/** One rate, typed by hand. The market says what in it does not read. */
export function EnterRate({ kind, day, onClose, onDone }: Props) {
  const t = useTranslations('lawRoom.rates');
  const desk = useTranslations('desk');
  const act = useAct();
  const say = useToast();
  const { market } = useClock();
  const [rate, setRate] = useState({ date: day, base: '', quote: '', rate: '', source: '' });
  const [tried, setTried] = useState(false);
  const put = (field: keyof typeof rate) => (value: string) => setRate((before) => ({ ...before, [field]: value }));
  const missing = (field: keyof typeof rate) => (tried && rate[field].trim() === '' ? desk('missing') : undefined);
  const currencies = (market?.currencies ?? []).map((code) => ({ id: code, name: code }));

  async function submit(): Promise<void> {
    setTried(true);
    if (Object.values(rate).some((value) => value.trim() === '')) return;
    const fields = { kind, rates: [{ ...rate, rate: rate.rate.replace(',', '.').trim() }] };
    if ((await act.run('rates', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t(kind === 'law' ? 'laid' : 'entered', { count: 1 }), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog title={t('enter')} label={t('enterAct')} act={act} onClose={onClose} onSubmit={() => void submit()}>
      <p className="text-soft">{t(kind === 'law' ? 'lawNote' : 'tillNote')}</p>
      <TextField label={t('date')} dir="ltr" value={rate.date} onChange={put('date')} maxLength={10} error={missing('date')} />
      <div className="grid grid-cols-2 items-start gap-4">
        <SelectField
          label={t('base')}
          choices={currencies}
          value={rate.base || null}
          onChange={put('base')}
          placeholder={desk('choose')}
          error={missing('base')}
        />
        <SelectField
          label={t('quote')}
          choices={currencies}
          value={rate.quote || null}
          onChange={put('quote')}
          placeholder={desk('choose')}
          error={missing('quote')}
        />
      </div>
      <TextField
        label={t('rate')}
        dir="ltr"
        inputMode="decimal"
        value={rate.rate}
        onChange={put('rate')}
        maxLength={16}
        hint={t('rateHint')}
        error={missing('rate')}
      />
      <TextField
        label={t('source')}
        value={rate.source}
        onChange={put('source')}
        maxLength={120}
        hint={t('sourceHint')}
        error={missing('source')}
      />
    </FormDialog>
  );
}
