'use client';
import { ChevronDown } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Button,
  TextField as Field,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
  type TextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';

const BOX =
  'w-full rounded-box border-2 border-edge bg-surface px-4 text-ink placeholder:text-soft focus:border-teal focus:outline-3 focus:outline-teal focus:outline-offset-2 invalid:border-red disabled:opacity-60';

type Common = { readonly label: string; readonly hint?: ReactNode; readonly error?: ReactNode; readonly size?: 'm' | 'l' };

type TextProps = Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> &
  Common & {
    readonly placeholder?: string;
    /** 'ltr' for codes, numbers, dates and Latin names inside a right-to-left screen. */
    readonly dir?: 'ltr' | 'rtl' | 'auto';
    readonly inputRef?: Ref<HTMLInputElement>;
    readonly inputClassName?: string;
  };

/** One line of text. Autocomplete is off unless asked for: most of our screens are shared. */
export function TextField({ label, hint, error, size = 'm', placeholder, dir, inputRef, inputClassName, ...rest }: TextProps) {
  return (
    <Field autoComplete="off" {...rest} isInvalid={Boolean(error)} className="grid gap-1.5 outline-none">
      <Label className={size === 'l' ? 'font-semibold text-l' : 'font-semibold'}>{label}</Label>
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        dir={dir}
        spellCheck={false}
        autoCorrect="off"
        className={classNames(
          BOX,
          size === 'l' ? 'min-h-18 text-[1.625rem]' : 'min-h-12 text-m',
          dir === 'ltr' && 'text-start',
          inputClassName,
        )}
      />
      {hint !== undefined && (
        <Text slot="description" className="text-s text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="font-semibold text-red">{error}</FieldError>
    </Field>
  );
}

type AmountProps = Common & {
  readonly currency: string;
  /** A decimal string, '.' as its point, '' when empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
};

/** An amount as a decimal string; both ',' and '.' are taken, and digits stay left to right. */
export function AmountField({ label, hint, error, size = 'm', currency, value, onChange, autoFocus = false }: AmountProps) {
  const take = (typed: string): void => {
    const plain = typed.replace(',', '.').replace(/[\s\u00a0]/g, '');
    if (/^\d*(\.\d{0,2})?$/.test(plain)) onChange(plain);
  };
  return (
    <Field
      autoComplete="off"
      inputMode="decimal"
      value={value}
      onChange={take}
      autoFocus={autoFocus}
      isInvalid={Boolean(error)}
      className="grid gap-1.5 outline-none"
    >
      <Label className={size === 'l' ? 'font-semibold text-l' : 'font-semibold'}>{label}</Label>
      <div dir="ltr" className="relative">
        <Input className={classNames(BOX, 'num pe-16 text-end', size === 'l' ? 'min-h-18 text-[1.625rem]' : 'min-h-12 text-m')} />
        <span aria-hidden className="absolute inset-y-0 end-4 grid place-items-center text-soft">
          {currency}
        </span>
      </div>
      {hint !== undefined && (
        <Text slot="description" className="text-s text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="font-semibold text-red">{error}</FieldError>
    </Field>
  );
}

export type Choice = { readonly id: string; readonly name: string };

type SelectProps = Common & {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder: string;
};

/** One of a list. */
export function SelectField({ label, hint, error, size = 'm', choices, value, onChange, placeholder }: SelectProps) {
  return (
    <Select
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      placeholder={placeholder}
      isInvalid={Boolean(error)}
      className="grid gap-1.5 outline-none"
    >
      <Label className={size === 'l' ? 'font-semibold text-l' : 'font-semibold'}>{label}</Label>
      <Button
        className={classNames(
          BOX,
          'flex items-center justify-between gap-3 text-start',
          size === 'l' ? 'min-h-18 text-[1.625rem]' : 'min-h-12 text-m',
        )}
      >
        <SelectValue className="min-w-0 py-1 leading-tight placeholder-shown:text-soft" />
        <ChevronDown aria-hidden size="1.25em" />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className="text-s text-soft">
          {hint}
        </Text>
      )}
      <FieldError className="font-semibold text-red">{error}</FieldError>
      <Popover className="w-(--trigger-width) rounded-box border-2 border-edge bg-surface shadow-lg">
        <ListBox items={choices} className="max-h-96 overflow-auto p-1.5 outline-none">
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.name}
              className={classNames(
                'flex cursor-pointer items-center rounded-md px-3 focus:bg-teal-tint selected:font-bold selected:text-teal',
                size === 'l' ? 'min-h-16 text-l' : 'min-h-12',
              )}
            >
              {choice.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
