'use client';
import { memo, type ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { classNames } from '../_ui/class-names.ts';

export type Chip = { readonly id: string; readonly name: ReactNode };

type Props = {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** One line that scrolls, or as many lines as it takes. */
  readonly wraps?: boolean;
};

/** One of a few, all in sight. A stall has twenty kinds of goods: they are drawn again only for another choice. */
export const ChipRow = memo(function ChipRow({ label, chips, value, onChange, wraps = false }: Props) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onChange={onChange}
      orientation="horizontal"
      className={classNames('flex gap-2', wraps ? 'flex-wrap' : '-m-1.5 overflow-x-auto p-1.5')}
    >
      {chips.map(({ id, name }) => (
        <Radio
          key={id}
          value={id}
          className="flex min-h-12 min-w-12 shrink-0 cursor-pointer items-center justify-center whitespace-nowrap rounded-full border border-edge bg-surface px-4 hover:border-teal selected:border-teal selected:bg-teal selected:font-semibold selected:text-on-teal focus-visible:outline-3 focus-visible:outline-teal focus-visible:outline-offset-2"
        >
          {name}
        </Radio>
      ))}
    </RadioGroup>
  );
});
