'use client';
import { WalletCards } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { displayCode, isShortCode } from '#lib/pass/short-code.ts';
import type { Receipt } from '#lib/sale/receipt.ts';
import { type Answer, callApi } from '../_ui/api.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { faultWords } from '../_ui/fault.ts';
import { TextField } from '../_ui/fields.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { PageHeader, Panel } from '../_ui/surfaces.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import { SaleView } from './sale-view.tsx';
import { SalesTable } from './sales-table.tsx';
import { SessionDialog } from './session-dialog.tsx';
import { useStall } from './stall-context.tsx';
import { Key } from './till-bar.tsx';
import type { SessionView } from './till-views.ts';
import { useShortcuts } from './use-shortcuts.ts';

type Sales = { readonly sales: readonly Receipt[] };
const MOST = 30;

type Props = { readonly onClosed: (session: SessionView) => void };

/** The market's own desk: refunds of any stall's sale, found by the shopper's pass, and the drawer that they are paid from. */
export function DeskScreen({ onClosed }: Props) {
  const t = useTranslations('drawer.desk');
  const s = useTranslations('till.sales');
  const c = useTranslations('everywhere');
  const { till, reload } = useStall();
  const [pass, setPass] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [heard, setHeard] = useState<{ readonly path: string; readonly answer: Answer<Sales> } | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [isAtDrawer, setAtDrawer] = useState(false);
  const path = pass === null ? `sales?limit=${MOST}` : `passes/${encodeURIComponent(pass)}/sales`;
  // The newest sales may be told after those of a pass that was asked for meanwhile.
  const load = useCallback(
    async (isWanted: () => boolean = () => true) => {
      const answer = await callApi<Sales>('GET', path);
      if (isWanted()) setHeard({ path, answer });
    },
    [path],
  );
  useEffect(() => {
    let isWanted = true;
    void load(() => isWanted);
    return () => {
      isWanted = false;
    };
  }, [load]);
  const answer = heard?.path === path ? heard.answer : null;
  const find = (code: string | null): void => {
    setTyped('');
    setPass(code);
  };
  useWedge((text) => find(text), { enabled: open === null && !isAtDrawer });
  useShortcuts({ F10: () => setAtDrawer(true) }, open === null && !isAtDrawer);
  const sales = answer?.kind === 'done' ? answer.body.sales : [];
  const receipt = sales.find(({ id }) => id === open);

  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-6 p-6">
      <PageHeader
        title={t('title')}
        note={[till.device.name, till.operator?.name].filter(Boolean).join(' · ')}
        acts={
          <>
            <Button size="l" onPress={() => setAtDrawer(true)}>
              <WalletCards aria-hidden size={22} />
              {t('drawer')} <Key name="F10" />
            </Button>
            <LanguageSwitch />
          </>
        }
      />
      <Panel title={t('refunds')}>
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (isShortCode(typed)) find(typed);
          }}
        >
          <div className="min-w-64 flex-1">
            <TextField
              label={t('find')}
              dir="ltr"
              value={typed}
              onChange={(code) => setTyped(code.toUpperCase())}
              placeholder="7QK-4M2-9XYZ"
              inputClassName="num tracking-widest"
            />
          </div>
          <Button type="submit" look="primary" isDisabled={!isShortCode(typed)}>
            {t('show')}
          </Button>
          {pass !== null && <Button onPress={() => find(null)}>{t('newest')}</Button>}
        </form>
        <p className="text-soft">
          {pass === null ? (
            t('note')
          ) : (
            <>
              {t('ofPass')} {isShortCode(pass) && <bdi dir="ltr">{displayCode(pass)}</bdi>}
            </>
          )}
        </p>
        {answer?.kind === 'refused' && <Refusal refusals={answer.refusals} />}
        {answer?.kind === 'fault' && (
          <p role="alert" className="rounded-box border-2 border-red bg-red-tint p-4 text-red">
            {c(`faults.${faultWords(answer.status)}`)}
          </p>
        )}
        <SalesTable sales={sales} onOpen={setOpen} empty={answer ? t('none') : c('loading')} />
      </Panel>
      {receipt && (
        <Dialog title={s('one', { number: receipt.number })} isOpen wide onClose={() => setOpen(null)}>
          <SaleView
            receipt={receipt}
            onBack={() => setOpen(null)}
            onChanged={async () => {
              await Promise.all([load(), reload()]);
            }}
          />
        </Dialog>
      )}
      {isAtDrawer && (
        <SessionDialog
          hasBasket={false}
          onClose={() => setAtDrawer(false)}
          onClosed={(closed) => {
            setAtDrawer(false);
            onClosed(closed);
            void reload();
          }}
        />
      )}
    </main>
  );
}
