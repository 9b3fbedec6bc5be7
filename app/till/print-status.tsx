'use client';
import { CircleCheck, Printer, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { usePrinter } from './printer-context.tsx';
import type { Prints } from './use-prints.ts';

/** Prints, says what became of it, and why it did not where it did not: the same button tries again. */
export function PrintStatus({ prints: { print, isPrinting, isCopyNext, printed } }: { readonly prints: Prints }) {
  const t = useTranslations('till.receipt');
  const p = useTranslations('till.printer');
  const { choice } = usePrinter();
  const hasFailed = printed?.outcome === 'not-printed';
  return (
    <div className="grid gap-2">
      <Button size="l" wide isPending={isPrinting} onPress={() => void print()}>
        <Printer aria-hidden size={24} />
        {isPrinting ? p('printing') : isCopyNext ? t('printCopy') : t('print')}
      </Button>
      <p role="status" className="min-h-6">
        {printed === null || isPrinting || choice.by === 'browser' ? null : hasFailed ? (
          <span className="flex items-start gap-2 rounded-lg border-saffron border-s-[5px] bg-saffron-tint px-3 py-2 text-saffron-ink">
            <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
            <span>
              <b>{p('outcomes.not-printed')}</b> {p(`states.${printed.state}`)}
            </span>
          </span>
        ) : (
          <span className="flex items-start gap-2 text-soft">
            {printed.outcome === 'printed' && <CircleCheck aria-hidden size={20} className="mt-0.5 shrink-0 text-teal" />}
            <span>
              {p(`outcomes.${printed.outcome}`)} {printed.state === 'paper-low' && p('states.paper-low')}
            </span>
          </span>
        )}
      </p>
    </div>
  );
}
