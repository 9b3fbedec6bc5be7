'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { StatementFigures, type StatementView } from '../../_desk/statement-figures.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { SelectField } from '../../_ui/fields.tsx';
import { Panel } from '../../_ui/surfaces.tsx';

const MONTHS = 12;

/** Where vendor and market stand, for any of the last twelve months. */
export function Statement({ today }: { readonly today: string }) {
  const t = useTranslations('shop.reports');
  const [month, setMonth] = useState(today.slice(0, 7));
  const { body, fault, reload } = useRead<{ readonly statement: StatementView }>(`shop/statements?month=${month}`);
  const months = Array.from({ length: MONTHS }, (_, back) => monthBefore(today, back));
  return (
    <Panel title={t('statement')}>
      <SelectField
        label={t('month')}
        choices={months.map((id) => ({ id, name: `\u2066${id}\u2069` }))}
        value={month}
        onChange={setMonth}
        placeholder={t('month')}
      />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {body && <StatementFigures statement={body.statement} />}
    </Panel>
  );
}

function monthBefore(today: string, back: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
}
