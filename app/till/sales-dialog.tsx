'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import type { Receipt } from '#lib/sale/receipt.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { faultWords } from '../_ui/fault.ts';
import { EmptyState } from '../_ui/surfaces.tsx';
import { ChipRow } from './chip-row.tsx';
import type { Exchange } from './exchange.ts';
import { SaleView } from './sale-view.tsx';
import { SalesTable } from './sales-table.tsx';
import { useStall } from './stall-context.tsx';

type Sales = { readonly sales: readonly Receipt[] };
const MOST = 50;

type Props = {
  /** Goods of a sale come back for others; with the code of the pass that it was sold to. */
  readonly onExchange: (exchange: Exchange, pass: string) => void;
  readonly onClose: () => void;
};

/** The sales of this session, newest first; open one to void, refund or exchange it. An older receipt is found among the whole stall's. */
export function SalesDialog({ onExchange, onClose }: Props) {
  const t = useTranslations('till.sales');
  const c = useTranslations('everywhere');
  const { till } = useStall();
  const [whose, setWhose] = useState<'session' | 'stall'>('session');
  const [answer, setAnswer] = useState<Answer<Sales> | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const session = whose === 'session' && till.session ? `&session=${till.session.id}` : '';
  const load = useCallback(async () => setAnswer(await callApi<Sales>('GET', `sales?limit=${MOST}${session}`)), [session]);
  useEffect(() => void load(), [load]);
  const sales = answer?.kind === 'done' ? answer.body.sales : [];
  const receipt = sales.find(({ id }) => id === open);

  return (
    <Dialog title={receipt ? t('one', { number: receipt.number }) : t('title')} isOpen wide onClose={onClose}>
      {receipt ? (
        <SaleView
          receipt={receipt}
          onBack={() => setOpen(null)}
          onChanged={load}
          onExchange={(exchange) => onExchange(exchange, receipt.pass.code)}
        />
      ) : answer?.kind === 'fault' ? (
        <EmptyState title={c('faults.title')} act={<Button onPress={() => void load()}>{c('tryAgain')}</Button>}>
          {c(`faults.${faultWords(answer.status)}`)}
        </EmptyState>
      ) : (
        <div className="grid gap-4 pb-4">
          <ChipRow
            label={t('whose')}
            chips={[
              { id: 'session', name: t('thisSession') },
              { id: 'stall', name: t('wholeStall') },
            ]}
            value={whose}
            onChange={(id) => {
              setAnswer(null);
              setWhose(id as typeof whose);
            }}
          />
          <SalesTable sales={sales} onOpen={setOpen} empty={answer ? t('empty') : c('loading')} />
        </div>
      )}
    </Dialog>
  );
}
