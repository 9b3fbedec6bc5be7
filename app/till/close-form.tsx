'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { type Count, CountFields, countedIn, UNCOUNTED } from './count-fields.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';
import { Unanswered } from './unanswered.tsx';
import { useAct } from './use-act.ts';

type Props = { readonly session: SessionView; readonly hasBasket: boolean; readonly onClosed: (session: SessionView) => void };

/** Closes the drawer on what was counted. Nobody is told before what should be in it. */
export function CloseForm({ session, hasBasket, onClosed }: Props) {
  const t = useTranslations('till.close');
  const o = useTranslations('offline.close');
  const { outbox } = useStall();
  const waits = outbox.waiting.length;
  const act = useAct();
  const [count, setCount] = useState<Count>(UNCOUNTED);
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([]);
  const [fault, setFault] = useState<number | null>(null);
  const amounts = countedIn(count);

  const close = async (): Promise<void> => {
    setFault(null);
    const answer = await act.run<{ session: SessionView }>(`till-sessions/${session.id}/close`, { counted: amounts });
    setRefusals(answer.kind === 'refused' ? answer.refusals : []);
    setFault(answer.kind === 'fault' ? answer.status : null);
    if (answer.kind === 'done') onClosed(answer.body.session);
  };
  return (
    <div className="grid gap-4">
      <p className="text-soft">{t('note')}</p>
      {hasBasket && <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">{t('basketWaits')}</p>}
      {waits > 0 && (
        <p role="status" className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">
          {o('waiting', { count: waits })}
        </p>
      )}
      {outbox.aside.length > 0 && (
        <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">{o('aside', { count: outbox.aside.length })}</p>
      )}
      <Refusal refusals={refusals} />
      <Unanswered act={act} fault={fault} />
      <CountFields label={t('title')} session={session} count={count} onChange={setCount} />
      <Button
        look="danger"
        size="l"
        isDisabled={amounts.length === 0 || waits > 0}
        isPending={act.state !== 'idle'}
        onPress={() => void close()}
      >
        {t('act')}
      </Button>
    </div>
  );
}
