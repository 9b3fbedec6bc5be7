'use client';
import { CornerDownLeft, Delete } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';

type Props = {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Keys beyond letters and digits: ' ', '-', '<', a line break. */
  readonly extra?: readonly string[];
};

const ROWS = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;

/** A keyboard of our own: a kiosk may have none, and the system's remembers what was typed. Latin capitals, as documents print them. */
export function LatinKeys({ value, onChange, extra = [] }: Props) {
  const t = useTranslations('everywhere');
  const key =
    'num grid min-h-14 flex-1 place-items-center rounded-lg border-2 border-line bg-surface font-semibold text-l hover:border-teal pressed:bg-teal-tint';
  return (
    // biome-ignore lint/a11y/useSemanticElements: keys are not fields of a form
    <div role="group" aria-label="A–Z 0–9" dir="ltr" className="grid gap-1.5">
      {ROWS.map((row, place) => (
        <div key={row} className="flex gap-1.5">
          {[...row].map((letter) => (
            <Button key={letter} className={key} excludeFromTabOrder preventFocusOnPress onPress={() => onChange(value + letter)}>
              {letter}
            </Button>
          ))}
          {place === ROWS.length - 1 && (
            <>
              {extra.map((sign) => (
                <Button
                  key={sign}
                  className={key}
                  excludeFromTabOrder
                  preventFocusOnPress
                  aria-label={sign === '\n' ? t('next') : sign === ' ' ? '␣' : sign}
                  onPress={() => onChange(value + sign)}
                >
                  {sign === '\n' ? <CornerDownLeft aria-hidden size="1.25em" /> : sign === ' ' ? '␣' : sign}
                </Button>
              ))}
              <Button
                className={`${key} grow-[1.6]`}
                excludeFromTabOrder
                preventFocusOnPress
                aria-label={t('deleteLast')}
                onPress={() => onChange(value.slice(0, -1))}
              >
                <Delete aria-hidden size="1.25em" />
              </Button>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
