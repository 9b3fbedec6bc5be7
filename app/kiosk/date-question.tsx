'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '../_ui/fields.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import { Ask } from './kiosk-frame.tsx';

type Props = {
  readonly title: string;
  /** 'YYYY-MM-DD' or ''. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (day: string) => void;
  readonly onEnter: () => void;
};

const PARTS = [
  { part: 'day', from: 0, to: 2 },
  { part: 'month', from: 2, to: 4 },
  { part: 'year', from: 4, to: 8 },
] as const;

/** Day, month and year as documents print them, each in its own large field; the keys fill them from the start. */
export function DateQuestion({ title, value, error, onChange, onEnter }: Props) {
  const t = useTranslations('kiosk.field');
  const [typed, setTyped] = useState(() => {
    const [year = '', month = '', day = ''] = value.split('-');
    return { day, month, year };
  });
  const take = (next: typeof typed): void => {
    setTyped(next);
    const whole = next.day !== '' && next.month !== '' && next.year.length === 4;
    onChange(whole ? `${next.year}-${next.month.padStart(2, '0')}-${next.day.padStart(2, '0')}` : '');
  };
  const digits = `${typed.month ? typed.day.padStart(2, '0') : typed.day}${typed.year ? typed.month.padStart(2, '0') : typed.month}${typed.year}`;
  return (
    <>
      <Ask title={title} />
      <div dir="ltr" className="grid grid-cols-[1fr_1fr_1.6fr] gap-4">
        {PARTS.map(({ part, from, to }) => (
          <TextField
            key={part}
            label={t(part)}
            size="l"
            inputMode="numeric"
            maxLength={to - from}
            autoFocus={part === 'day'}
            inputClassName="num text-center"
            value={typed[part]}
            onChange={(text) => take({ ...typed, [part]: text.replace(/\D/g, '').slice(0, to - from) })}
            onKeyDown={(event) => event.key === 'Enter' && onEnter()}
          />
        ))}
      </div>
      <p role="alert" className="min-h-8 font-semibold text-l text-red">
        {error}
      </p>
      <KeyPad
        label={title}
        size="l"
        maxLength={8}
        value={digits}
        onChange={(all) => {
          const [day, month, year] = PARTS.map(({ from, to }) => all.slice(from, to));
          take({ day: day ?? '', month: month ?? '', year: year ?? '' });
        }}
      />
    </>
  );
}
