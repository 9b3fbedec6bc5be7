'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { amountOf, moneyOf } from '#lib/money/money.ts';
import { basisPointsOf, DISCOUNT_REASONS, type DiscountClaim, type DiscountReason } from '#lib/sale/discount.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { TextField } from '../_ui/fields.tsx';
import { MoneyText, percentWords } from '../_ui/figures.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import { nameIn } from '../_ui/names.ts';
import { type Basket, type BasketLine, stepped } from './basket.ts';
import { linePrice, pricedLines, totalOf } from './basket-prices.ts';
import { ChipRow } from './chip-row.tsx';
import { ownLimit } from './discount-above.ts';
import { useStall } from './stall-context.tsx';
import { useTyping } from './use-typing.ts';

type Props = {
  readonly basket: Basket;
  readonly line: BasketLine | undefined;
  readonly onClose: () => void;
  readonly onDiscount: (line: string | null, discount: DiscountClaim | undefined) => void;
};

/** What comes off a line or the whole sale, by per cent or amount, and why. */
export function DiscountDialog({ basket, line, onClose, onDiscount }: Props) {
  const t = useTranslations('counter.discount');
  const language = useLocale();
  const { till, currency } = useStall();
  const [isWhole, setWhole] = useState(line === undefined || (line.discount === undefined && basket.discount !== null));
  const known = (isWhole ? basket.discount : line?.discount) ?? undefined;
  const [isPercent, setPercent] = useState(known === undefined || 'percent' in known);
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<DiscountReason | ''>(known?.reason ?? '');
  const [note, setNote] = useState(known?.note ?? '');
  const at = isWhole ? null : (line?.key ?? null);
  const claim = claimOf({ typed, isPercent, currency, reason, note: note.trim() });
  const after = claim === undefined ? basket : stepped(basket, { do: 'discount', line: at, discount: claim });
  const put = (): void => {
    if (claim === undefined) return;
    onDiscount(at, claim);
    onClose();
  };
  const change = (next: string): void => {
    if (/^\d{0,9}(\.\d{0,2})?$/.test(next) && (!isPercent || Number(next) <= 100)) setTyped(next);
  };
  useTyping({ value: typed, onChange: change, onEnter: put, decimal: true, maxLength: 12 });
  const price = (of: Basket) => {
    const one = pricedLines(of).find(({ key }) => key === at);
    return amountOf(one === undefined ? totalOf(pricedLines(of), currency) : linePrice(one));
  };
  return (
    <Dialog title={t('title')} isOpen onClose={onClose} wide>
      <div className="grid gap-5 pb-3 md:grid-cols-2">
        <div className="grid content-start gap-4">
          {line !== undefined && (
            <ChipRow
              label={t('scope')}
              value={isWhole ? 'whole' : 'line'}
              onChange={(scope) => setWhole(scope === 'whole')}
              chips={[
                { id: 'line', name: t('line') },
                { id: 'whole', name: t('whole') },
              ]}
            />
          )}
          {line !== undefined && !isWhole && <b className="leading-tight">{nameIn(line.product.names, language)}</b>}
          <ChipRow
            label={t('reason')}
            wraps
            value={reason}
            onChange={(id) => setReason(id as DiscountReason)}
            chips={DISCOUNT_REASONS.map((id) => ({ id, name: t(`reasons.${id}`) }))}
          />
          <TextField
            label={reason === 'other' ? t('noteMust') : t('note')}
            value={note}
            onChange={setNote}
            maxLength={80}
            dir="auto"
          />
        </div>
        <div data-digits className="grid content-start gap-3">
          <ChipRow
            label={t('how')}
            value={isPercent ? 'percent' : 'amount'}
            onChange={(how) => {
              setPercent(how === 'percent');
              setTyped('');
            }}
            chips={[
              { id: 'percent', name: t('percent') },
              { id: 'amount', name: t('amount') },
            ]}
          />
          <output
            aria-label={t('value')}
            className="num grid min-h-18 place-items-center rounded-box border-2 border-edge text-xl"
          >
            <bdi dir="ltr">
              {typed || <span className="text-soft">{shownOf(known) ?? '0'}</span>} {isPercent ? '%' : currency}
            </bdi>
          </output>
          <KeyPad label={t('value')} value={typed} onChange={change} decimal maxLength={12} />
          <p className="num flex items-baseline justify-between gap-3" aria-live="polite">
            <span>{t('becomes')}</span>
            <span>
              {claim !== undefined && (
                <s className="me-2 text-soft">
                  <MoneyText amount={price(stepped(basket, { do: 'discount', line: at, discount: undefined }))} />
                </s>
              )}
              <b className="text-l">
                <MoneyText amount={price(after)} />
              </b>
            </span>
          </p>
          {till.operator?.role !== 'owner' && (
            <p className="text-s text-soft">{t('limit', { percent: percentWords(ownLimit(till)) })}</p>
          )}
          <div className="flex flex-wrap gap-3">
            <Button look="primary" size="l" className="flex-1" isDisabled={claim === undefined} onPress={put}>
              {t('put')}
            </Button>
            {known !== undefined && (
              <Button
                size="l"
                onPress={() => {
                  onDiscount(at, undefined);
                  onClose();
                }}
              >
                {t('remove')}
              </Button>
            )}
          </div>
        </div>
      </div>
    </Dialog>
  );
}

const shownOf = (known: DiscountClaim | undefined): string | undefined =>
  known && ('percent' in known ? known.percent : known.amount.amount);

type Typed = {
  readonly typed: string;
  readonly isPercent: boolean;
  readonly currency: string;
  readonly reason: DiscountReason | '';
  readonly note: string;
};

/** What was typed, once it is a discount with its reason. */
function claimOf({ typed, isPercent, currency, reason, note }: Typed): DiscountClaim | undefined {
  const number = typed.replace(/\.$/, '');
  if (reason === '' || (note.length < 3 && (reason === 'other' || note !== ''))) return undefined;
  const why = { reason, ...(note === '' ? {} : { note }) };
  if (isPercent) return (basisPointsOf(number) ?? 0) > 0 ? { percent: number, ...why } : undefined;
  const money = moneyOf({ amount: number, currency });
  return money !== undefined && money.minor > 0 ? { amount: amountOf(money), ...why } : undefined;
}
