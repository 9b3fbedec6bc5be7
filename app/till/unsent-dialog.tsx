'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { faultWords } from '../_ui/fault.ts';
import { DateText, MoneyText } from '../_ui/figures.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import type { Unsent } from './disk.ts';
import { passKeysAt } from './known-pass.ts';
import { ReceiptCopy } from './receipt-copy.tsx';
import { SaleCode } from './sale-code.tsx';
import { useStall } from './stall-context.tsx';
import { usePersistence } from './use-persistence.ts';

/** The sales that the market does not have: those that go by themselves, and those that somebody has to look at. */
export function UnsentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('offline.unsent');
  const w = useTranslations('offline.link');
  const { outbox, link, offsetMinutes } = useStall();
  const r = useTranslations('till.receipt');
  const [copied, setCopied] = useState<string | null>(null);
  const [keysAt, setKeysAt] = useState<string | null>(null);
  useEffect(() => void passKeysAt().then(setKeysAt), []);
  const isPersistent = usePersistence();
  const { waiting, aside } = outbox;
  return (
    <Dialog title={t('title')} isOpen wide onClose={onClose}>
      <div className="grid gap-5 pb-4">
        {link !== 'online' && (
          <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">
            {w(`${link}.what`)} {keysAt && w('revokedAsOf')} {keysAt && <DateText at={keysAt} offsetMinutes={offsetMinutes} />}
          </p>
        )}
        {isPersistent === false && <p className="rounded-lg bg-saffron-tint px-3 py-2 text-saffron-ink">{w('notKept')}</p>}
        {waiting.length + aside.length === 0 && <p>{t('none')}</p>}
        {waiting.length > 0 && (
          <section className="grid gap-2">
            <p className="text-soft">{t('waitingNote')}</p>
            <ul className="grid">
              {waiting.map((sale) => (
                <li key={sale.id} className="grid gap-2 border-line border-b py-2 last:border-0">
                  <SaleLine sale={sale}>
                    {sale.receipt && (
                      <Button onPress={() => setCopied(copied === sale.id ? null : sale.id)}>{r('printCopy')}</Button>
                    )}
                  </SaleLine>
                  {sale.receipt && copied === sale.id && <ReceiptCopy receipt={sale.receipt} />}
                </li>
              ))}
            </ul>
          </section>
        )}
        {aside.length > 0 && (
          <section className="grid gap-3">
            <h3 className="font-bold text-m">{t('aside', { count: aside.length })}</h3>
            <p className="text-soft">{t('asideNote')}</p>
            {aside.map((sale) => (
              <Aside key={sale.id} sale={sale} onAgain={() => outbox.again(sale.id)} />
            ))}
          </section>
        )}
      </div>
    </Dialog>
  );
}

function SaleLine({ sale: { receipt }, children }: { readonly sale: Unsent; readonly children?: ReactNode }) {
  const { offsetMinutes } = useStall();
  if (receipt === undefined) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <b>
        <bdi dir="ltr">{receipt.number}</bdi>
      </b>
      <span className="me-auto text-soft">
        <DateText at={receipt.occurredAt} offsetMinutes={offsetMinutes} />
      </span>
      <b className="num">
        <MoneyText amount={receipt.total} />
      </b>
      {children}
    </div>
  );
}

/** Why it was refused and what to do: mend what stands against it and send it again, or let the office bring it in from its code. */
function Aside({ sale, onAgain }: { readonly sale: Unsent; readonly onAgain: () => void }) {
  const t = useTranslations('offline.unsent');
  const c = useTranslations('everywhere.faults');
  const { refusals = [], status = 0 } = sale.aside ?? {};
  return (
    <article className="grid gap-3 rounded-box border-2 border-saffron p-4">
      <SaleLine sale={sale} />
      <Refusal refusals={refusals} />
      {refusals.length === 0 && <p className="text-red">{c(faultWords(status))}</p>}
      <div className="flex flex-wrap items-center gap-4">
        {sale.receipt && <SaleCode text={sale.receipt.saleText} size="9rem" />}
        <p className="min-w-0 flex-1 text-soft">{t('asideNext')}</p>
        <Button onPress={onAgain}>
          <RefreshCw aria-hidden size={22} />
          {t('again')}
        </Button>
      </div>
    </article>
  );
}
