'use client';
import { ScanLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { displayCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { EmptyState, Panel } from '../_ui/surfaces.tsx';
import { type OpenCase, openCases } from './open-cases.ts';

/** Between two passes: what to do next, and the cases that wait. */
export function ReadyPanel({ onResume }: { readonly onResume: (exit: string) => void }) {
  const t = useTranslations('gate');
  const [cases, setCases] = useState<readonly OpenCase[]>([]);
  useEffect(() => setCases(openCases()), []);
  return (
    <div className="grid content-center gap-6">
      <EmptyState title={t('scan.ready')} picture={<ScanLine aria-hidden size={96} strokeWidth={1.25} className="text-teal" />}>
        {t('scan.readyNote')}
      </EmptyState>
      {cases.length > 0 && (
        <Panel title={t('aside.title')} className="mx-auto w-full max-w-2xl">
          <div className="flex flex-wrap gap-3">
            {cases.map(({ exit, code }) => (
              <Button key={exit} onPress={() => onResume(exit)}>
                <bdi dir="ltr" className="num">
                  {displayCode(code)}
                </bdi>
              </Button>
            ))}
          </div>
        </Panel>
      )}
    </div>
  );
}
