'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { displayCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { ColumnHeads } from '../_ui/column-heads.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { decimalOf, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { PricePaid } from '../_ui/price-paid.tsx';
import { Badge } from '../_ui/surfaces.tsx';
import { RECEIPT_TONES } from './receipt-tones.ts';
import type { ReceiptView } from './shop-views.ts';
import { StallTime } from './stall-time.tsx';

type Props = { readonly receipt: ReceiptView; readonly onClose: () => void };

/** One sale, whole: what was sold, how it was paid, and the decision that the law gave. */
export function ReceiptDialog({ receipt, onClose }: Props) {
  const t = useTranslations('shop.receipt');
  const c = useTranslations('counter.discount');
  const everywhere = useTranslations('everywhere');
  const { duty } = receipt.decision;
  return (
    <Dialog
      title={t('title', { number: `\u2066${receipt.number}\u2069` })}
      isOpen
      wide
      onClose={onClose}
      acts={<Button onPress={onClose}>{everywhere('close')}</Button>}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          <StallTime at={receipt.occurredAt} side={receipt.stall.side} />
          <br />
          <span className="text-soft">
            <bdi dir="ltr">{receipt.stall.code}</bdi> · <bdi>{receipt.stall.name}</bdi>
            {receipt.operator && (
              <>
                {' '}
                · <bdi>{receipt.operator.name}</bdi>
              </>
            )}
          </span>
        </p>
        <Badge tone={RECEIPT_TONES[receipt.state]}>{t(`states.${receipt.state}`)}</Badge>
      </div>
      <Lines receipt={receipt} />
      <dl className="num grid grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        <Row name={t('total')} strong>
          <MoneyText amount={receipt.total} />
        </Row>
        {receipt.discounts?.map(({ reason, note, amount, approvedBy }, place) => (
          <Row
            key={place}
            name={[
              `${c('off')}: ${c(`reasons.${reason}`)}`,
              ...(note === null ? [] : [`\u2068${note}\u2069`]),
              ...(approvedBy === null ? [] : [c('allowedBy', { name: approvedBy })]),
            ].join(' · ')}
          >
            <MoneyText amount={{ ...amount, amount: `-${amount.amount}` }} />
          </Row>
        ))}
        {receipt.tenders.map(({ kind, amount }, place) => (
          <Row key={`${kind}${place}`} name={t(`tenders.${kind}`)}>
            <MoneyText amount={amount} />
          </Row>
        ))}
        {Number(receipt.rounding.amount) !== 0 && (
          <Row name={everywhere('rounding')}>
            <MoneyText amount={receipt.rounding} />
          </Row>
        )}
        {Number(receipt.change.amount) > 0 && (
          <Row name={t('change')}>
            <MoneyText amount={receipt.change} />
          </Row>
        )}
        {duty !== null && duty.minor > 0 && (
          <Row name={t('duty')}>
            <MoneyText amount={{ amount: decimalOf(duty.minor, duty.currency), currency: duty.currency }} />
          </Row>
        )}
        <Row name={t('pass')}>
          <bdi dir="ltr">{displayCode(receipt.pass.code)}</bdi>
        </Row>
        <Row name={t('decision')}>
          <bdi dir="ltr">{receipt.decisionCode}</bdi>
        </Row>
        <Row name={t('seller')}>
          <bdi>{receipt.seller.name}</bdi>
        </Row>
      </dl>
    </Dialog>
  );
}

function Row({
  name,
  strong = false,
  children,
}: {
  readonly name: string;
  readonly strong?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <dt className={strong ? 'font-bold text-l' : 'text-soft'}>{name}</dt>
      <dd className={strong ? 'text-end font-bold text-l' : 'break-all text-end'}>{children}</dd>
    </>
  );
}

function Lines({ receipt }: { readonly receipt: ReceiptView }) {
  const t = useTranslations('shop.receipt');
  const language = useLocale();
  return (
    <table aria-label={t('line')} className="num w-full">
      <ColumnHeads names={[t('line'), t('quantity'), t('price')]} />
      <tbody>
        {receipt.lines.map((line) => (
          <tr key={line.line} className="border-line border-b align-baseline">
            <th scope="row" className="py-2 text-start font-normal">
              <bdi>{nameIn(line.names, language)}</bdi>
              <span className="block text-s text-soft">
                {t(`fates.${line.fate as 'carried'}`)}
                {line.note !== undefined && (
                  <>
                    {' · '}
                    <bdi>{line.note}</bdi>
                  </>
                )}
                {line.refundedQuantity !== '0' && ` · ${t('refunded', { quantity: line.refundedQuantity })}`}
              </span>
            </th>
            <td className="whitespace-nowrap py-2 ps-4 text-end">
              <bdi dir="ltr">
                {line.quantity} × <MoneyText amount={line.unitPrice} />
              </bdi>
            </td>
            <td className="whitespace-nowrap py-2 ps-4 text-end font-semibold">
              <PricePaid line={line} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
