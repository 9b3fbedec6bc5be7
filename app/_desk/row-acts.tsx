'use client';
import type { ReactNode } from 'react';
import { Button } from '../_ui/button.tsx';

/** An act on one row of a table: short on the screen, whole for whoever hears it. */
export function RowAct({
  label,
  whole,
  danger = false,
  onPress,
}: {
  readonly label: ReactNode;
  readonly whole: string;
  readonly danger?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Button
      look="quiet"
      aria-label={whole}
      onPress={onPress}
      className={danger ? 'whitespace-nowrap px-2.5! text-red! text-s!' : 'whitespace-nowrap px-2.5! text-s!'}
    >
      {label}
    </Button>
  );
}
