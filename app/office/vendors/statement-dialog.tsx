'use client';
import { useTranslations } from 'next-intl';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { StatementFigures, type StatementView } from '../../_desk/statement-figures.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Dialog } from '../../_ui/dialog.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { VendorRow } from '../office-views.ts';
import { StallCustody } from './stall-custody.tsx';
import { StatementActs } from './statement-acts.tsx';

type Props = {
  readonly vendor: VendorRow;
  readonly onClose: () => void;
  /** The office said something of the vendor's stalls. */
  readonly onChanged: () => void;
};

/** Where a vendor and the market stand this month: commission is owed on what the vendor took at the stall, too. */
export function StatementDialog({ vendor, onClose, onChanged }: Props) {
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
            <p className="text-soft">{t('note', { month: `\u2066${statement.month}\u2069` })}</p>
            <StatementFigures statement={statement} />
            {mayAct && <StallCustody stalls={vendor.stalls} onDone={onChanged} />}
            {mayAct && <StatementActs vendor={vendor.id} statement={statement} onDone={reload} />}
          </>
        )}
      </div>
    </Dialog>
  );
}
