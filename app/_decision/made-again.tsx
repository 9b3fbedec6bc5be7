'use client';
import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Panel } from '../_ui/surfaces.tsx';
import { DifferenceTable } from './difference-table.tsx';
import type { OpenedDecision } from './opened-decision.ts';

const TONES = { free: 'good', duty: 'attention', 'needs-document': 'attention', forbidden: 'refusal' } as const;

/** The same decision, made now from the record alone: equal to the byte, or both answers and where they differ. */
export function MadeAgain({ opened: { same, differences, decision, again } }: { readonly opened: OpenedDecision }) {
  const t = useTranslations('decision');
  const law = useTranslations('law');
  if (same)
    return (
      <Panel title={t('again')}>
        <p className="flex items-center gap-3">
          <Check aria-hidden className="shrink-0 text-green" /> {t('same')}
        </p>
      </Panel>
    );
  return (
    <Panel title={t('again')}>
      <p role="status" className="flex items-center gap-3 rounded-box bg-saffron-tint px-4 py-3 text-saffron-ink">
        <TriangleAlert aria-hidden className="shrink-0" /> {t('differs', { count: differences.length })}
      </p>
      <dl className="grid grid-cols-2 gap-4">
        {(
          [
            ['recordedAnswer', decision],
            ['todaysAnswer', again],
          ] as const
        ).map(([name, { outcome, engine }]) => (
          <div key={name} className="grid justify-items-start gap-1">
            <dt className="text-s text-soft">
              {t(name)} · {t('engine')} <bdi>{engine}</bdi>
            </dt>
            <dd>
              <Badge tone={TONES[outcome]}>{law(`outcomes.${outcome}`)}</Badge>
            </dd>
          </div>
        ))}
      </dl>
      <DifferenceTable
        label={t('again')}
        differences={differences}
        words={{ before: t('recordedAnswer'), after: t('todaysAnswer'), nothing: t('nothingThere') }}
      />
    </Panel>
  );
}
