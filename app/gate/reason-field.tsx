'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';

const READY = ['weighed', 'shown', 'slip', 'chosen'] as const;

type Props = { readonly value: string; readonly onChange: (reason: string) => void; readonly error: string | undefined };

/** Why: one touch for what officers say a hundred times a day, or their own words. */
export function ReasonField({ value, onChange, error }: Props) {
  const t = useTranslations('gate.resolve');
  return (
    <div className="grid gap-3">
      <TextField label={t('reason')} hint={t('reasonHint')} value={value} maxLength={500} onChange={onChange} error={error} />
      <div className="flex flex-wrap gap-2">
        {READY.map((reason) => (
          <Button key={reason} className="px-3" onPress={() => onChange(t(`reasons.${reason}`))}>
            {t(`reasons.${reason}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
