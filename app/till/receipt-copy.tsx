'use client';
import { useLocale } from 'next-intl';
import { useMemo, useState } from 'react';
import { type Language, languageOf } from '#lib/words/languages.ts';
import type { Paper } from './offline-receipt.ts';
import { PaperLanguage } from './paper-language.tsx';
import { PrintStatus } from './print-status.tsx';
import { Papers } from './receipt-paper.tsx';
import { usePrints } from './use-prints.ts';

/** A receipt that was given out before, to be printed again as the copy that it is, in any language. */
export function ReceiptCopy({ receipt }: { readonly receipt: Paper }) {
  const [language, setLanguage] = useState<Language>(languageOf(useLocale()).code);
  const receipts = useMemo(() => [receipt], [receipt]);
  const prints = usePrints(receipts, false);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,1fr)_18rem]">
      <PaperLanguage value={language} onChange={setLanguage} />
      <PrintStatus prints={prints} />
      <Papers ref={prints.paperRef} receipts={receipts} language={language} copies={prints.copies} />
    </div>
  );
}
