'use client';
import { memo, type ReactNode, useId } from 'react';
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
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames('flex gap-2', wraps ? 'flex-wrap' : '-m-1.5 overflow-x-auto p-1.5')}
    >
      {chips.map((chip) => (
        <label
          key={chip.id}
          className="relative flex min-h-12 min-w-12 shrink-0 cursor-pointer items-center justify-center whitespace-nowrap rounded-full border border-edge bg-surface px-4 hover:border-teal has-checked:border-teal has-checked:bg-teal has-checked:font-semibold has-checked:text-on-teal has-focus-visible:outline-3 has-focus-visible:outline-teal has-focus-visible:outline-offset-2"
        >
          <input type="radio" name={name} checked={chip.id === value} onChange={() => onChange(chip.id)} className="sr-only" />
          {chip.name}
        </label>
      ))}
    </div>
  );
});
