'use client';
import { useTranslations } from 'next-intl';
import { SelectField, TextField } from '../_ui/fields.tsx';

export type Signature = { readonly person: string; readonly pin: string };
export const UNSIGNED: Signature = { person: '', pin: '' };

export const isSigned = ({ person, pin }: Signature): boolean => person !== '' && /^\d{4,8}$/.test(pin);

type Person = { readonly id: string; readonly name: string };
type Props = {
  readonly label: string;
  readonly people: readonly Person[];
  readonly value: Signature;
  readonly onChange: (signature: Signature) => void;
  readonly note?: string;
};

/** Somebody signs by PIN, at a till where somebody else stands. One who is the only one need not be chosen. */
export function SignField({ label, people, value, onChange, note }: Props) {
  const t = useTranslations('drawer.sign');
  const [only] = people;
  const chosen = people.length === 1 ? only : people.find(({ id }) => id === value.person);
  if (only === undefined) return <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">{t('nobody')}</p>;
  return (
    <fieldset className="grid content-start gap-3 rounded-box border border-line p-4">
      <legend className="px-2 font-semibold">{label}</legend>
      {people.length > 1 && (
        <SelectField
          label={t('who')}
          choices={people}
          value={value.person === '' ? null : value.person}
          onChange={(person) => onChange({ ...value, person })}
          placeholder="—"
        />
      )}
      {chosen && (
        <TextField
          label={t('pin', { name: chosen.name })}
          type="password"
          inputMode="numeric"
          dir="ltr"
          maxLength={8}
          value={value.pin}
          onChange={(pin) => /^\d*$/.test(pin) && onChange({ person: chosen.id, pin })}
          {...(note === undefined ? {} : { hint: note })}
        />
      )}
    </fieldset>
  );
}
