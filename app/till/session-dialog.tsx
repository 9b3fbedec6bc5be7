'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Dialog } from '../_ui/dialog.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { Tabs } from '../_ui/tabs.tsx';
import type { Amount } from '../_ui/views.ts';
import { CloseForm } from './close-form.tsx';
import { SignOut } from './sign-out.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';

type Props = { readonly hasBasket: boolean; readonly onClose: () => void; readonly onClosed: (session: SessionView) => void };

/** The drawer so far, closing it, and who stands here. */
export function SessionDialog({ hasBasket, onClose, onClosed }: Props) {
  const t = useTranslations('till.session');
  const { till, reload } = useStall();
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
  const t = useTranslations('till.session');
  const { till, offsetMinutes } = useStall();
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-8 gap-y-3">
      <dt>{t('openedAt')}</dt>
      <dd>
        <DateText at={session.openedAt} offsetMinutes={offsetMinutes} />
      </dd>
      <dt>{t('sales')}</dt>
      <dd className="num text-end font-semibold">{session.sales}</dd>
      <Amounts name={t('takings')} amounts={session.takings} />
      <Amounts name={t('float')} amounts={session.float} />
      {till.operator?.role === 'owner' && <Amounts name={t('expected')} amounts={session.expected} />}
    </dl>
  );
}

function Amounts({ name, amounts }: { readonly name: string; readonly amounts: readonly Amount[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="num grid justify-items-end font-semibold">
        {amounts.length === 0 ? '—' : amounts.map((amount) => <MoneyText key={amount.currency} amount={amount} />)}
      </dd>
    </>
  );
}
