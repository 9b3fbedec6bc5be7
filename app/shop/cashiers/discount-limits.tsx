'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { basisPointsOf } from '#lib/sale/discount.ts';
import { useAct } from '../../_desk/use-act.ts';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { TextField } from '../../_ui/fields.tsx';
import { percentWords } from '../../_ui/figures.tsx';
import { Refusal } from '../../_ui/refusal.tsx';
import { Panel } from '../../_ui/surfaces.tsx';
import { useToast } from '../../_ui/toast.tsx';

type Limit = { readonly stall: string; readonly code: string; readonly percent: string };

/** How much a cashier may take off a price without the owner, at each stall. */
export function DiscountLimits() {
  const t = useTranslations('counter.limit');
  const { body, reload } = useRead<{ readonly limits: readonly Limit[] }>('shop/discount-limits');
  return (
    <Panel title={t('title')}>
      <p className="text-soft">{t('note')}</p>
      {body?.limits.map((limit) => (
        <OneLimit key={`${limit.stall} ${limit.percent}`} limit={limit} onDone={reload} />
      ))}
    </Panel>
  );
}

function OneLimit({ limit: { stall, code, percent }, onDone }: { readonly limit: Limit; readonly onDone: () => void }) {
  const t = useTranslations('counter.limit');
  const act = useAct();
  const say = useToast();
  const [typed, setTyped] = useState(percent);
  const save = async (): Promise<void> => {
    const fields = { stall, percent: typed };
    if ((await act.run('shop/discount-limits', fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: t('done', { stall: code, percent: percentWords(typed) }), tone: 'good' });
    onDone();
  };
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('field', { stall: `\u2068${code}\u2069` })}
        value={typed}
        onChange={(text) => setTyped(text.replace(',', '.'))}
        inputMode="decimal"
        dir="ltr"
        maxLength={6}
      />
      <Button type="submit" isDisabled={typed === percent || basisPointsOf(typed) === undefined} isPending={act.sending}>
        {t('put')}
      </Button>
      <Refusal refusals={act.refusals} />
    </form>
  );
}
