'use client';
import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly onChange: (value: number) => void;
};

const MOST = 999;

/** A small whole number, one step at a time. */
export function Stepper({ label, value, least, onChange }: Props) {
  const t = useTranslations('market.allowance');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would add a border box to the row
    <div role="group" aria-label={label} className="flex items-center gap-2">
      <Button aria-label={t('less')} className="px-0" isDisabled={value <= least} onPress={() => onChange(value - 1)}>
        <Minus aria-hidden size="1.25em" />
      </Button>
      <output aria-label={label} className="num min-w-10 text-center font-bold text-l">
        {value}
      </output>
      <Button aria-label={t('more')} className="px-0" isDisabled={value >= MOST} onPress={() => onChange(value + 1)}>
        <Plus aria-hidden size="1.25em" />
      </Button>
    </div>
  );
}
