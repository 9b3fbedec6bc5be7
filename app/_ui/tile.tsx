'use client';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly picture?: ReactNode;
  /** How many of it are in the basket; shown as a badge when above nought. */
  readonly count?: number;
  readonly countLabel?: string;
  /** A finger or a mouse came down on it; a key or a screen reader presses without. */
  readonly onDown?: () => void;
  readonly onPress: (event: MouseEvent) => void;
};

/** A product or a choice, at least 96 px for a finger in a hurry. The browser's own button: a till fills a screen of them anew for each key. */
export function Tile({ title, note, picture, count = 0, countLabel, onDown, onPress }: Props) {
  return (
    <button
      type="button"
      onPointerDown={onDown}
      onClick={onPress}
      onKeyDown={pressOnce}
      className={classNames(
        'relative grid min-h-24 select-none content-between gap-2 rounded-box border border-line bg-surface p-3 text-start hover:border-teal active:bg-teal-tint',
        count > 0 && 'border-teal',
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
    </button>
  );
}

/** Enter that is held down is one press. */
const pressOnce = (event: KeyboardEvent): void => {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
};
