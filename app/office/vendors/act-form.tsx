'use client';
import type { ReactNode } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import type { Act } from '../../_desk/use-act.ts';
import { Button } from '../../_ui/button.tsx';
import { Refusal } from '../../_ui/refusal.tsx';

type Props = {
  readonly act: Act;
  readonly title: string;
  readonly label: string;
  readonly isReady: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** One act in the dialog: its fields, its button, and what the market said to it. */
export function ActForm({ act, title, label, isReady, onSubmit, children }: Props) {
  return (
    <form
      aria-label={title}
      className="grid gap-3 border-line border-t pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !act.sending) onSubmit();
      }}
    >
      <h3 className="font-bold">{title}</h3>
      <div className="grid items-start gap-3 sm:grid-cols-2">{children}</div>
      <Button type="submit" isDisabled={!isReady} isPending={act.sending} className="justify-self-start">
        {label}
      </Button>
      <Refusal refusals={act.refusals} />
      {act.fault !== null && <FaultNote status={act.fault} />}
    </form>
  );
}
