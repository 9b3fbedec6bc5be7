'use client';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from './class-names.ts';

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly picture?: ReactNode;
  /** How many of it are in the basket; shown as a badge when above nought. */
  readonly count?: number;
  readonly countLabel?: string;
  readonly dimmed?: boolean;
  readonly isDisabled?: boolean;
  readonly onPressStart?: () => void;
  readonly onPress: () => void;
};

/** A product or a choice, at least 96 px for a finger in a hurry. */
export function Tile({
  title,
  note,
  picture,
  count = 0,
  countLabel,
  dimmed = false,
  isDisabled = false,
  onPressStart = () => {},
  onPress,
}: Props) {
  return (
    <Button
      onPressStart={onPressStart}
      onPress={onPress}
      isDisabled={isDisabled}
      className={classNames(
        'relative grid min-h-24 content-between gap-2 rounded-box border border-line bg-surface p-3 text-start hover:border-teal pressed:bg-teal-tint',
        'disabled:cursor-not-allowed',
        count > 0 && 'border-teal',
        dimmed && 'opacity-60',
      )}
    >
      {picture}
      <span className="grid gap-0.5">
        <span className="font-semibold leading-tight">{title}</span>
        {note !== undefined && <span className="text-s text-soft">{note}</span>}
      </span>
      {count > 0 && (
        <span
          role="img"
          className="num absolute end-2.5 top-2.5 grid h-7 min-w-7 place-items-center rounded-full bg-teal px-1.5 font-bold text-on-teal text-s"
          aria-label={countLabel ?? String(count)}
        >
          {count}
        </span>
      )}
    </Button>
  );
}
