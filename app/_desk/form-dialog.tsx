'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { FaultNote } from './fault-note.tsx';
import type { Act } from './use-act.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly act: Act;
  /** What the one act of this form is called. */
  readonly label: string;
  readonly look?: 'primary' | 'danger';
  readonly kind?: 'plain' | 'sheet';
  readonly wide?: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** A form over the page: its fields, what the market said to it, and its one act. */
export function FormDialog({ title, onClose, act, label, look = 'primary', kind = 'plain', wide, onSubmit, children }: Props) {
  const t = useTranslations('everywhere');
  const form = useId();
  const said = useRef<HTMLDivElement>(null);
  const { refusals, fault, sending } = act;
  const spoke = refusals.length > 0 || fault !== null;
  useEffect(() => {
    if (spoke) said.current?.scrollIntoView({ block: 'nearest' });
  }, [spoke]);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      kind={kind}
      {...(wide ? { wide } : {})}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('close')}
          </Button>
          <Button type="submit" form={form} look={look} isPending={sending}>
            {sending ? t('loading') : label}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!sending) onSubmit();
        }}
      >
        {children}
      </form>
      <div ref={said} className="empty:hidden">
        {refusals.length > 0 && <Refusal refusals={refusals} />}
        {fault !== null && <FaultNote status={fault} />}
      </div>
    </Dialog>
  );
}
