'use client';
import type { ReactNode, Ref } from 'react';
import { createPortal } from 'react-dom';
import type { FiscalView } from '#lib/fiscal/fiscal-document.ts';
import { amountOf, moneyOf } from '#lib/money/money.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import type { ReceiptExchange } from '#lib/sale/receipt.ts';
import { type Language, languageOf } from '#lib/words/languages.ts';
import type { Words } from '#lib/words/messages.ts';
import { dateWords, decimalOf } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { PassQr } from '../_ui/pass-qr.tsx';
import type { Amount } from '../_ui/views.ts';
import { givenBackOf, lessOf } from './exchange.ts';
import { fiscalNumber } from './fiscal-note.tsx';
import type { Paper } from './offline-receipt.ts';
import { SaleCode } from './sale-code.tsx';
import { useStall } from './stall-context.tsx';
import type { Copy } from './use-prints.ts';

type PapersProps = {
  readonly receipts: readonly Paper[];
  readonly language: Language;
  /** By receipt; empty on originals. */
  readonly copies: readonly Copy[];
  readonly ref: Ref<HTMLDivElement>;
};

/** While receipts are on the screen, they are all that a printer gets: no dialog, no till behind it. */
export function Papers({ receipts, language, copies, ref }: PapersProps) {
  return createPortal(
    <div data-paper ref={ref} className="on-paper" aria-hidden="true">
      <style>{'@media print { body > :not([data-paper]) { display: none !important; } }'}</style>
      {receipts.map((receipt, place) => (
        <ReceiptPaper key={receipt.id} receipt={receipt} language={language} copy={copies[place]} />
      ))}
    </div>,
    document.body,
  );
}

type PaperProps = { readonly receipt: Paper; readonly language: Language; readonly copy: Copy | undefined };

/** The receipt on paper, in the shopper's language with English below it. Amounts carry their ISO code: a printer has few symbols. */
function ReceiptPaper({ receipt, language, copy }: PaperProps) {
  const { paper, market, offsetMinutes } = useStall();
  const { tag, dir } = languageOf(language);
  const both = (word: keyof Words['till']['paper']): ReactNode =>
    language === 'en' ? (
      paper.en[word]
    ) : (
      <>
        <bdi>{paper[language][word]}</bdi> / <bdi>{paper.en[word]}</bdi>
      </>
    );
  const duty = receipt.decision?.duty;
  return (
    <article lang={tag} dir={dir} className="break-after-page leading-[1.35]">
      <header className="text-center">
        <b className="block text-[1.2em]">{nameIn(market.market.names, language, market.market.name)}</b>
        <span className="block">
          <bdi>{receipt.seller.name}</bdi>
        </span>
        <span className="block">
          {receipt.seller.taxId !== '' && (
            <>
              {both('taxId')} <bdi dir="ltr">{receipt.seller.taxId}</bdi>
            </>
          )}
        </span>
        <span className="block">
          {both('stall')} <bdi>{`${receipt.stall.code} ${receipt.stall.name}`}</bdi>
        </span>
        {receipt.state !== 'sold' && <b className="block text-[1.3em]">*** {both(receipt.state)} ***</b>}
        {copy && (
          <b className="block text-[1.3em]">
            *** {both('copy')} {copy.number !== null && <bdi dir="ltr">{copy.number}</bdi>} ***
          </b>
        )}
      </header>
      <Rule />
      <Row name={both('receipt')} value={receipt.number} />
      <Row name={both('time')} value={dateWords({ at: receipt.occurredAt, offsetMinutes }, 'en')} />
      {receipt.operator && <Row name={both('cashier')} value={receipt.operator.name} />}
      {receipt.pass.code !== '' && <Row name={both('pass')} value={displayCode(receipt.pass.code)} />}
      <Rule />
      {receipt.lines.map((line) => (
        <div key={line.line} className="mb-[0.3em]">
          <GoodsName names={line.names} language={language} />
          {line.note !== undefined && (
            <div>
              <bdi>{line.note}</bdi>
            </div>
          )}
          <Row
            name={<bdi dir="ltr">{`${line.quantity} × ${line.unitPrice.amount}`}</bdi>}
            value={(line.listPrice ?? line.price).amount}
          />
          {line.listPrice && <Row name={both('discount')} value={offOf(line.listPrice, line.price)} />}
          {line.listPrice && <Row name="" value={line.price.amount} />}
          {Number(line.refundedQuantity) > 0 && <Row name={both('back')} value={`${line.refundedQuantity} ×`} />}
        </div>
      ))}
      <Rule />
      {receipt.discounts && <Row name={both('discount')} value={plain(sumOf(receipt.discounts.map(({ amount }) => amount)))} />}
      <b className="text-[1.3em]">
        <Row name={both('total')} value={plain(receipt.total)} />
      </b>
      {receipt.exchange && <PaperBack exchange={receipt.exchange} language={language} both={both} />}
      {receipt.tenders.map((tender, place) => (
        <Row key={place} name={both(tender.kind)} value={plain(tender.amount)} />
      ))}
      {receipt.rounding && Number(receipt.rounding.amount) !== 0 && (
        <Row name={both('rounding')} value={plain(receipt.rounding)} />
      )}
      {(receipt.exchange?.tenders.length ?? 0) === 0 && <Row name={both('change')} value={plain(receipt.change)} />}
      {receipt.exchangedFor && <Row name={both('exchangedFor')} value={receipt.exchangedFor.join(' ')} />}
      <Rule />
      <Row
        name={both('duty')}
        value={duty && duty.minor > 0 ? `${decimalOf(duty.minor, duty.currency)} ${duty.currency}` : paper[language].none}
      />
      {receipt.decisionCode !== null && <Row name={both('decision')} value={displayCode(receipt.decisionCode)} />}
      {receipt.fiscal?.map((document) => (
        <FiscalLines key={fiscalNumber(document)} document={document} both={both} />
      ))}
      {receipt.saleText !== undefined && (
        <div className="my-[0.6em] grid justify-items-center gap-[0.3em]">
          <b className="text-center">{both('provisional')}</b>
          <SaleCode text={receipt.saleText} size="18em" />
        </div>
      )}
      <p className="mt-[0.3em] text-center text-[0.8em]">{paper[language].final}</p>
      {language !== 'en' && (
        <p dir="ltr" lang="en" className="text-center text-[0.8em]">
          {paper.en.final}
        </p>
      )}
    </article>
  );
}

type NameProps = { readonly names: Readonly<Record<string, string>>; readonly language: Language };

/** In the shopper's language, with English below it. */
function GoodsName({ names, language }: NameProps) {
  return (
    <>
      <div>{nameIn(names, language)}</div>
      {names.en !== nameIn(names, language) && (
        <div dir="ltr" lang="en" className="text-start text-[0.8em]">
          {names.en}
        </div>
      )}
    </>
  );
}

type BackProps = {
  readonly exchange: ReceiptExchange;
  readonly language: Language;
  readonly both: (word: keyof Words['till']['paper']) => ReactNode;
};

/** What came back for these goods, what of it paid for them, and what was given besides. */
function PaperBack({ exchange, language, both }: BackProps) {
  return (
    <>
      <Row name={both('cameBack')} value={exchange.number} />
      {exchange.lines.map(({ names, quantity, amount }, place) => (
        <div key={place}>
          <GoodsName names={names} language={language} />
          <Row name={<bdi dir="ltr">{`${quantity} ×`}</bdi>} value={lessOf(amount).amount} />
        </div>
      ))}
      <Row name={both('cameBack')} value={plain(lessOf(exchange.total))} />
      {exchange.tenders.length > 0 && <Row name={both('givenBack')} value={plain(givenBackOf(exchange))} />}
      {Number(exchange.rounding.amount) !== 0 && <Row name={both('rounding')} value={plain(exchange.rounding)} />}
    </>
  );
}

/** What came off, as it stands below a price. */
function offOf(list: Amount, paid: Amount): string {
  const minor = (moneyOf(paid)?.minor ?? 0) - (moneyOf(list)?.minor ?? 0);
  return amountOf({ minor, currency: list.currency }).amount;
}

function sumOf(amounts: readonly Amount[]): Amount {
  const minor = amounts.reduce((sum, amount) => sum - (moneyOf(amount)?.minor ?? 0), 0);
  return amountOf({ minor, currency: amounts[0]?.currency ?? '' });
}

type FiscalProps = { readonly document: FiscalView; readonly both: (word: keyof Words['till']['paper']) => ReactNode };

/** What the law wants on paper of a fiscal document: the operator's sign with its code, or the market's own until the operator has answered. */
function FiscalLines({ document, both }: FiscalProps) {
  const { state, sign, link, autonomousSign } = document;
  return (
    <>
      <Rule />
      <Row name={both('fiscal')} value={fiscalNumber(document)} />
      {sign !== null && <Row name={both('fiscalSign')} value={sign} />}
      {state !== 'registered' && <Row name={both('autonomousSign')} value={autonomousSign} />}
      {state !== 'registered' && <p className="text-center text-[0.8em]">{both('fiscalLater')}</p>}
      {link !== null && (
        <div className="my-[0.6em] grid justify-items-center">
          <PassQr text={link} label={link} size="10em" />
        </div>
      )}
    </>
  );
}

const plain = ({ amount, currency }: Amount): string => `${amount} ${currency}`;

function Row({ name, value }: { readonly name: ReactNode; readonly value: string }) {
  return (
    <div className="flex justify-between gap-[0.6em]">
      <span>{name}</span>
      <bdi className="num whitespace-nowrap">{value}</bdi>
    </div>
  );
}

function Rule() {
  return <hr className="my-[0.45em] border-ink border-t border-dashed" />;
}
