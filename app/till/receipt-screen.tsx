'use client';
import { CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { amountOf, moneyOf } from '#lib/money/money.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import type { Language } from '#lib/words/languages.ts';
import { DecisionDialog } from '../_decision/decision-dialog.tsx';
import { AllowanceMeter } from '../_ui/allowance-meter.tsx';
import { Button } from '../_ui/button.tsx';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { PassQr } from '../_ui/pass-qr.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { givenBackOf, lessOf } from './exchange.ts';
import { FiscalNote, fiscalNumber } from './fiscal-note.tsx';
import { GoodsCameBack } from './goods-back.tsx';
import type { Paper } from './offline-receipt.ts';
import { PaperLanguage } from './paper-language.tsx';
import { PrintStatus } from './print-status.tsx';
import { Papers } from './receipt-paper.tsx';
import { SaleCode } from './sale-code.tsx';
import { languageOfShopper } from './shopper-language.ts';
import { SoldLines } from './sold-lines.tsx';
import { useStall } from './stall-context.tsx';
import { Key } from './till-bar.tsx';
import { usePrints } from './use-prints.ts';
import { useRegistered } from './use-registered.ts';
import { useShortcuts } from './use-shortcuts.ts';

type Props = { readonly receipts: readonly Paper[]; readonly nationality: string | undefined; readonly onNew: () => void };

/** The sale is made: change in large figures, paper if wanted, and one way on. */
export function ReceiptScreen({ receipts: made, nationality, onNew }: Props) {
  const t = useTranslations('till.receipt');
  const o = useTranslations('offline.sale');
  const x = useTranslations('counter.exchange');
  const [language, setLanguage] = useState<Language>(languageOfShopper(nationality, useLocale()));
  const receipts = useRegistered(made);
  const prints = usePrints(made, true);
  useShortcuts({ Enter: onNew, Escape: onNew, p: () => void prints.print() }, true);
  const first = receipts[0];
  if (!first) return null;
  const { exchange } = first;
  const given = exchange && exchange.tenders.length > 0 ? givenBackOf(exchange) : undefined;
  const sum = (pick: (receipt: Paper) => { amount: string; currency: string }) =>
    amountOf({
      minor: receipts.reduce((all, receipt) => all + (moneyOf(pick(receipt))?.minor ?? 0), 0),
      currency: pick(first).currency,
    });
  return (
    <>
      <main className="grid min-h-0 grid-cols-[minmax(0,1fr)] content-start gap-6 p-6 lg:grid-cols-[minmax(0,1fr)_27rem] lg:overflow-y-auto">
        <div className="grid content-start gap-4">
          <h1 className="flex items-center gap-4 font-bold text-xl">
            <CircleCheck aria-hidden size={44} className="text-teal" />
            {first.saleText !== undefined ? o('title') : exchange ? x('done') : t('title')}
          </h1>
          <div className="grid gap-4 sm:grid-cols-2">
            <Panel title={t('total')}>
              <output aria-label={t('total')} className="num font-bold text-[2.75rem] leading-none">
                <MoneyText amount={sum(({ total }) => total)} />
              </output>
              {exchange && (
                <p className="pt-2 text-saffron-ink">
                  {x('came')} <MoneyText amount={lessOf(exchange.total)} />
                </p>
              )}
            </Panel>
            <Panel title={given ? x('given') : t('change')} className="border-2 border-teal">
              <output
                aria-label={given ? x('given') : t('change')}
                className="num font-bold text-[2.75rem] text-teal leading-none"
              >
                <MoneyText amount={given ?? first.change} />
              </output>
              {first.rounding && Number(first.rounding.amount) !== 0 && (
                <p className="pt-2 text-soft">
                  {t('rounding')} <MoneyText amount={first.rounding} />
                </p>
              )}
            </Panel>
          </div>
          {receipts.map((receipt) => (
            <ReceiptPanel key={receipt.id} receipt={receipt} />
          ))}
        </div>
        <aside className="grid content-start gap-4">
          <Button look="primary" size="xl" wide autoFocus onPress={onNew}>
            {t('new')} <Key name="Enter" />
          </Button>
          <PrintStatus prints={prints} />
          <PaperLanguage value={language} onChange={setLanguage} />
        </aside>
      </main>
      <Papers ref={prints.paperRef} receipts={receipts} language={language} copies={prints.copies} />
    </>
  );
}

function ReceiptPanel({ receipt }: { readonly receipt: Paper }) {
  const t = useTranslations('till.receipt');
  const o = useTranslations('offline.sale');
  const { ruleNames, offsetMinutes } = useStall();
  const [decision, setDecision] = useState<string | null>(null);
  return (
    <Panel
      title={
        <>
          {t('number')} <bdi dir="ltr">{receipt.number}</bdi>
        </>
      }
      aside={
        <span className="text-s text-soft">
          <DateText at={receipt.occurredAt} offsetMinutes={offsetMinutes} />
          {receipt.pass.code !== '' && (
            <>
              {' '}
              · <bdi dir="ltr">{displayCode(receipt.pass.code)}</bdi>
            </>
          )}
        </span>
      }
    >
      <SoldLines receipt={receipt} />
      {receipt.exchange && <GoodsCameBack exchange={receipt.exchange} />}
      {receipt.decision && <AllowanceMeter decision={receipt.decision} names={ruleNames} most={2} />}
      {receipt.saleText === undefined && receipt.pass.code !== '' && (
        <div className="flex items-center gap-4">
          {/* After '#' nothing leaves the phone: the pass is in no server's log. */}
          <PassQr text={`${window.location.origin}/pass#${receipt.pass.code}`} label={t('phoneLabel')} size="6rem" />
          <p className="min-w-0 flex-1 text-s text-soft">{t('phone')}</p>
        </div>
      )}
      {receipt.fiscal?.map((document) => (
        <FiscalNote key={fiscalNumber(document)} document={document} />
      ))}
      {receipt.saleText !== undefined && (
        <div className="flex flex-wrap items-center gap-4">
          <SaleCode text={receipt.saleText} size="11rem" />
          <p className="min-w-0 flex-1 text-saffron-ink">{o('provisional')}</p>
        </div>
      )}
      {receipt.decisionCode !== null && (
        <p className="text-s text-soft">
          {t('asOf')} {t('decision')}{' '}
          <Button look="quiet" className="num px-1!" onPress={() => setDecision(receipt.decisionCode)}>
            <bdi dir="ltr">{displayCode(receipt.decisionCode)}</bdi>
          </Button>
        </p>
      )}
      {decision !== null && <DecisionDialog code={decision} onClose={() => setDecision(null)} />}
    </Panel>
  );
}
