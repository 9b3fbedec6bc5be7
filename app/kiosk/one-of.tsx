'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { Ask } from './kiosk-frame.tsx';

type Props = {
  readonly title: string;
  readonly value: string | undefined;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly onChoose: (id: string) => void;
  readonly onBack: () => void;
};

/** A few answers, one touch. */
export function OneOf({ title, value, choices, onChoose, onBack }: Props) {
  const t = useTranslations('everywhere');
  return (
    <>
      <Ask title={title} />
      <div className="grid gap-4">
        {choices.map(({ id, name }) => (
          <Button key={id} size="xl" className={id === value ? 'border-teal bg-teal-tint' : ''} onPress={() => onChoose(id)}>
            {name}
          </Button>
        ))}
      </div>
      <div className="mt-auto grid">
        <Button size="xl" onPress={onBack}>
          {t('back')}
        </Button>
      </div>
    </>
  );
}
