'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { StatementFigures, type StatementView } from '../../_desk/statement-figures.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';
import { TextField } from '../../_ui/fields.tsx';
import { Refusal } from '../../_ui/refusal.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { VendorRow } from '../office-views.ts';

type Props = { readonly vendor: VendorRow; readonly onClose: () => void };

/** Where a vendor and the market stand this month: commission is owed on what the vendor took at the stall, too. */
export function StatementDialog({ vendor, onClose }: Props) {
  const t = useTranslations('office.statement');
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<{ readonly statement: StatementView }>(`office/statements/${vendor.id}`);
  const statement = body?.statement;
  return (
    <Dialog title={t('title', { name: vendor.name })} isOpen wide onClose={onClose}>
      <div className="grid gap-5 pb-4">
        {fault !== null && <FaultNote status={fault} onAgain={reload} />}
        {statement && (
          <>
            <p className="text-soft">{t('note', { month: statement.month })}</p>
            <StatementFigures statement={statement} />
            {mayAct && <ChangeCommission vendor={vendor.id} onDone={reload} />}
          </>
        )}
      </div>
    </Dialog>
  );
}

function ChangeCommission({ vendor, onDone }: { readonly vendor: string; readonly onDone: () => void }) {
  const t = useTranslations('office.statement');
  const act = useAct();
  const [typed, setTyped] = useState('');
  const permille = Math.round(Number(typed.trim().replace(',', '.')) * 10);
  const isRate = /^\d{1,3}([.,]\d)?$/.test(typed.trim()) && permille <= 1000;

  async function submit(): Promise<void> {
    const fields = { vendor, permille };
    if ((await act.run('commissions', fields, (id) => ({ id, ...fields }))) === undefined) return;
    setTyped('');
    onDone();
  }

  return (
    <form
      className="grid items-end gap-3 border-line border-t pt-4 sm:grid-cols-[1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRate) void submit();
      }}
    >
      <TextField label={t('change')} dir="ltr" inputMode="decimal" value={typed} onChange={setTyped} maxLength={5} />
      <Button type="submit" isDisabled={!isRate} isPending={act.sending}>
        {t('set')}
      </Button>
      <Refusal refusals={act.refusals} />
    </form>
  );
}
