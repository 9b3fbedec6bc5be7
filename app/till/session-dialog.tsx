'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Dialog } from '../_ui/dialog.tsx';
import { dateWords } from '../_ui/figures.tsx';
import { Tabs } from '../_ui/tabs.tsx';
import { CashForm } from './cash-form.tsx';
import { CloseForm } from './close-form.tsx';
import { DrawerTables } from './drawer-tables.tsx';
import { FiscalTable } from './fiscal-report.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { SessionFigures } from './session-figures.tsx';
import { SessionRecords } from './session-records.tsx';
import { SignOut } from './sign-out.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';

type Props = { readonly hasBasket: boolean; readonly onClose: () => void; readonly onClosed: (session: SessionView) => void };

/** The drawer so far, closing it, and who stands here. */
export function SessionDialog({ hasBasket, onClose, onClosed }: Props) {
  const t = useTranslations('till.session');
  const { till, reload } = useStall();
  const d = useTranslations('drawer');
  const [tab, setTab] = useState('x');
  useEffect(() => void reload(), [reload]);
  const { session } = till;
  if (!session) return null;
  return (
    <Dialog title={t('title', { number: session.number })} isOpen wide onClose={onClose}>
      <div className="pb-4">
        <Tabs
          label={t('views')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            { id: 'x', name: t('x'), panel: <XReport session={session} /> },
            { id: 'close', name: t('close'), panel: <CloseForm session={session} hasBasket={hasBasket} onClosed={onClosed} /> },
            { id: 'cash', name: d('cash.tab'), panel: <CashForm session={session} /> },
            { id: 'handOver', name: d('handOver.tab'), panel: <HandOverForm session={session} onDone={onClose} /> },
            { id: 'operator', name: t('operator'), panel: <Operator /> },
          ]}
        />
      </div>
    </Dialog>
  );
}

function Operator() {
  const t = useTranslations('till.session');
  const { till } = useStall();
  return (
    <div className="grid justify-items-start gap-4">
      <p className="text-l">
        <bdi>{till.operator?.name}</bdi>
      </p>
      <p className="text-soft">{t('signOutNote')}</p>
      <SignOut />
    </div>
  );
}

/** Sales so far. What should lie in the drawer is for the owner alone: the count is blind. */
function XReport({ session }: { readonly session: SessionView }) {
  const { till } = useStall();
  const isOwner = till.operator?.role === 'owner';
  return (
    <div className="grid gap-5">
      <OldDay session={session} />
      <SessionFigures session={session} />
      {session.fiscal && <FiscalTable report={session.fiscal} />}
      {isOwner && <DrawerTables session={session} />}
      <SessionRecords session={session} isBlind={!isOwner} />
    </div>
  );
}

/** A drawer that was left open overnight, on the clock of the stall's side. */
function OldDay({ session }: { readonly session: SessionView }) {
  const t = useTranslations('drawer');
  const language = useLocale();
  const { till } = useStall();
  if (session.marketDay >= till.marketDay) return null;
  return (
    <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">
      {t('oldDay', { day: dateWords({ at: session.marketDay }, language) })}
    </p>
  );
}
