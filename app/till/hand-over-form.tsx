'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { useToast } from '../_ui/toast.tsx';
import { type Count, CountFields, countedIn, UNCOUNTED } from './count-fields.tsx';
import { isSigned, type Signature, SignField, UNSIGNED } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';
import type { SessionView } from './till-views.ts';
import { Unanswered } from './unanswered.tsx';
import { useToldAct } from './use-told-act.ts';

/** One cashier leaves the drawer to the next, after both have counted it. */
export function HandOverForm({ session, onDone }: { readonly session: SessionView; readonly onDone: () => void }) {
  const t = useTranslations('drawer.handOver');
  const s = useTranslations('drawer.sign');
  const { till, reload } = useStall();
  const { act, refusals, fault, send } = useToldAct();
  const [count, setCount] = useState<Count>(UNCOUNTED);
  const [taker, setTaker] = useState<Signature>(UNSIGNED);
  const say = useToast();
  const people = till.operators.filter(({ id }) => id !== till.operator?.id);
  const counted = countedIn(count);

  const handOver = async (): Promise<void> => {
    if ((await send(`till-sessions/${session.id}/hand-overs`, { counted, taker })) === undefined) return;
    say({ text: t('done', { name: people.find(({ id }) => id === taker.person)?.name ?? '' }), tone: 'good' });
    await reload();
    onDone();
  };
  return (
    <div className="grid gap-4">
      <p className="text-soft">{t('note')}</p>
      <Refusal refusals={refusals} />
      <Unanswered act={act} fault={fault} />
      <CountFields label={t('tab')} session={session} count={count} onChange={setCount} />
      <SignField label={s('taker')} people={people} value={taker} onChange={setTaker} />
      <Button
        look="primary"
        size="l"
        isDisabled={counted.length === 0 || !isSigned(taker)}
        isPending={act.state !== 'idle'}
        onPress={() => void handOver()}
      >
        {t('act')}
      </Button>
    </div>
  );
}
