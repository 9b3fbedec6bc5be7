'use client';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SearchField as Field, Input, Label } from 'react-aria-components';
import { Button } from '../_ui/button.tsx';

type Props = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

/** What a list is searched by. The label stays in sight: a placeholder leaves as soon as it is needed. */
export function SearchField({ label, value, onChange }: Props) {
  const t = useTranslations('everywhere');
  return (
    <Field value={value} onChange={onChange} className="grid w-full max-w-md gap-1.5" autoComplete="off">
      <Label className="font-semibold">{label}</Label>
      <div className="relative">
        <Search aria-hidden size="1.2em" className="pointer-events-none absolute inset-y-0 start-3.5 my-auto text-soft" />
        <Input className="min-h-12 w-full rounded-box border-2 border-edge bg-surface ps-11 pe-12 focus:border-teal [&::-webkit-search-cancel-button]:hidden" />
        {value !== '' && (
          <Button look="quiet" aria-label={t('clear')} className="absolute inset-y-0 end-0 px-3!" onPress={() => onChange('')}>
            <X aria-hidden size="1.1em" />
          </Button>
        )}
      </div>
    </Field>
  );
}
