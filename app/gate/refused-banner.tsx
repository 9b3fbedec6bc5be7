'use client';
import { useTranslations } from 'next-intl';
import { Button } from '../_ui/button.tsx';
import { useRefusalWords } from '../_ui/refusal.tsx';
import { StatusBanner } from '../_ui/status-banner.tsx';
import type { RefusalView } from '../_ui/views.ts';

type Props = {
  readonly refusals: readonly RefusalView[];
  readonly offsetMinutes: number | undefined;
  /** Present where two officers may overrule a wrong side. */
  readonly onSign?: () => void;
};

/** Not this way: why, and what the traveller can do about it. */
export function RefusedBanner({ refusals, offsetMinutes, onSign }: Props) {
  const t = useTranslations('gate');
  const words = useRefusalWords(offsetMinutes);
  const isWrongSide = refusals.some(({ reason }) => reason === 'wrong-side');
  return (
    <div className="grid grid-rows-[1fr_auto] gap-4">
      <StatusBanner status="red" title={t('entry.stop')}>
        {refusals.map((refusal) => (
          <div key={refusal.reason} className="grid gap-1">
            <p className="font-bold text-[1.2em]">{words(refusal).what}</p>
            <p>{words(refusal).next}</p>
          </div>
        ))}
      </StatusBanner>
      {isWrongSide && onSign && (
        <div className="flex justify-end">
          <Button size="l" onPress={onSign}>
            {t('signatures.open')}
          </Button>
        </div>
      )}
    </div>
  );
}
