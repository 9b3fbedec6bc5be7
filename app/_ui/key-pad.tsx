'use client';
import { Delete } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shows a decimal point; the value always holds '.', whatever the reader's language prints. */
  readonly decimal?: boolean;
  readonly maxLength?: number;
  readonly size?: 'm' | 'l';
};

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Digits in the order of a telephone, left to right in every language. */
export function KeyPad({ label, value, onChange, decimal = false, maxLength = 12, size = 'm' }: Props) {
  const t = useTranslations('everywhere');
  const add = (key: string): void => {
    if (value.length >= maxLength || (key === '.' && value.includes('.'))) return;
    onChange(value === '0' && key !== '.' ? key : `${value}${key}`);
  };
  const key = classNames(
    'num grid place-items-center rounded-box border border-line bg-surface font-semibold hover:border-teal pressed:bg-teal-tint',
    size === 'l' ? 'min-h-20 text-xl' : 'min-h-14 text-l',
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add a border box to the grid
    <div role="group" aria-label={label} dir="ltr" className="grid grid-cols-3 gap-2">
      {DIGITS.map((digit) => (
        <Button key={digit} className={key} onPress={() => add(digit)}>
          {digit}
        </Button>
      ))}
      {decimal ? (
        <Button className={key} onPress={() => add('.')} aria-label={t('decimalPoint')}>
          .
        </Button>
      ) : (
        <Button className={key} onPress={() => onChange('')}>
          <span className="text-s">{t('clear')}</span>
        </Button>
      )}
      <Button className={key} onPress={() => add('0')}>
        0
      </Button>
      <Button className={key} onPress={() => onChange(value.slice(0, -1))} aria-label={t('deleteLast')}>
        <Delete aria-hidden size="1.25em" />
      </Button>
    </div>
  );
}
