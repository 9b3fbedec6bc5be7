'use client';
import { useTranslations } from 'next-intl';
import { useClock, useSideName } from '../../_desk/clock.tsx';
import { Button } from '../../_ui/button.tsx';
import { SelectField, TextField } from '../../_ui/fields.tsx';

export type NewStall = { readonly id: string; readonly code: string; readonly name: string; readonly side: string };

const isCode = (code: string): boolean => /^[A-Z0-9-]{2,12}$/.test(code);

export const isStallWhole = ({ code, name, side }: NewStall): boolean => isCode(code) && name.trim().length >= 2 && side !== '';

type Props = {
  readonly number: number;
  readonly stall: NewStall;
  /** Whether the form was sent once, so that what is missing may be said. */
  readonly asked: boolean;
  readonly onChange: (stall: NewStall) => void;
  readonly onRemove?: (() => void) | undefined;
};

export function StallFields({ number, stall, asked, onChange, onRemove }: Props) {
  const t = useTranslations('office.vendors');
  const desk = useTranslations('desk');
  const { market } = useClock();
  const sideName = useSideName();
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 rounded-box border border-line p-4">
      <legend className="px-2 font-bold">{t('stall', { number })}</legend>
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        dir="ltr"
        value={stall.code}
        onChange={(code) => onChange({ ...stall, code: code.toUpperCase() })}
        maxLength={12}
        error={asked && !isCode(stall.code) ? t('codeHint') : undefined}
      />
      <TextField
        label={t('stallName')}
        value={stall.name}
        onChange={(name) => onChange({ ...stall, name })}
        maxLength={120}
        error={asked && stall.name.trim().length < 2 ? desk('missing') : undefined}
      />
      <SelectField
        label={t('side')}
        choices={(market?.sides ?? []).map(({ code }) => ({ id: code, name: sideName(code) }))}
        value={stall.side || null}
        onChange={(side) => onChange({ ...stall, side })}
        placeholder={desk('choose')}
        error={asked && stall.side === '' ? desk('missing') : undefined}
      />
      {onRemove && (
        <Button look="quiet" onPress={onRemove}>
          {t('removeStall', { number })}
        </Button>
      )}
    </fieldset>
  );
}
