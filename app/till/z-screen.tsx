'use client';
import { Printer, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { DateText } from '../_ui/figures.tsx';
import { PageHeader, Panel } from '../_ui/surfaces.tsx';
import { DrawerTables } from './drawer-tables.tsx';
import { FiscalTable } from './fiscal-report.tsx';
import { SessionFigures } from './session-figures.tsx';
import { SessionRecords } from './session-records.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';
import { UndoCloseDialog } from './undo-close-dialog.tsx';

/** The Z report of a drawer just closed: every cause of its cash, expected, counted and the difference, to the minor unit. */
export function ZScreen({ session, onDone }: { readonly session: SessionView; readonly onDone: () => void }) {
  const t = useTranslations('till.z');
  const d = useTranslations('drawer');
  const { place, offsetMinutes } = useStall();
  const [isUndoing, setUndoing] = useState(false);
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-6 p-6 print:max-w-[72mm] print:p-0">
      <PageHeader
        title={t('title', { number: session.number })}
        note={
          <>
            <bdi>{place}</bdi> · <DateText at={session.openedAt} offsetMinutes={offsetMinutes} /> –{' '}
            {session.closedAt && <DateText at={session.closedAt} offsetMinutes={offsetMinutes} />}
          </>
        }
      />
      <DrawerTables session={session} />
      <Panel title={t('takings')}>
        <SessionFigures session={session} />
      </Panel>
      {session.fiscal && <FiscalTable report={session.fiscal} />}
      <SessionRecords session={session} />
      <div className="on-screen flex flex-wrap justify-end gap-4">
        <Button size="xl" look="quiet" onPress={() => setUndoing(true)}>
          <Undo2 aria-hidden size={24} />
          {d('undo.open')}
        </Button>
        <Button size="xl" onPress={() => window.print()}>
          <Printer aria-hidden size={24} />
          {t('print')}
        </Button>
        <Button look="primary" size="xl" className="sm:min-w-72" autoFocus onPress={onDone}>
          {t('done')}
        </Button>
      </div>
      {isUndoing && <UndoCloseDialog session={session.id} onClose={() => setUndoing(false)} onUndone={onDone} />}
    </main>
  );
}
