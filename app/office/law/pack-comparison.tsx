'use client';
import { useLocale, useTranslations } from 'next-intl';
import { DifferenceTable } from '../../_decision/difference-table.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { nameIn } from '../../_ui/names.ts';
import type { Comparison } from './law-views.ts';

type Named = Comparison['added'][number];

/** Rules added, removed and changed, field by field, and what changed besides the rules. */
export function PackComparison({ from, to, stamp = 0 }: { readonly from: string; readonly to: string; readonly stamp?: number }) {
  const t = useTranslations('lawRoom.versions');
  const everywhere = useTranslations('everywhere');
  // A draft's newest saving is what is compared: its number makes it another question.
  const { body, fault, reload } = useRead<Comparison>(`law/comparisons?from=${from}&to=${to}${stamp > 0 ? `#${stamp}` : ''}`);
  if (fault !== null) return <FaultNote status={fault} onAgain={reload} />;
  if (body === undefined) return <p role="status">{everywhere('loading')}</p>;
  const { added, removed, changed, others } = body;
  const words = { before: t('before'), after: t('after'), nothing: t('nothingThere') };
  if (added.length + removed.length + changed.length + others.length === 0) return <p>{t('same')}</p>;
  return (
    <div className="grid gap-5">
      <NamedRules title={t('added')} rules={added} />
      <NamedRules title={t('removed')} rules={removed} />
      {changed.length > 0 && (
        <section className="grid gap-3">
          <h3 className="font-bold">{t('changed')}</h3>
          {changed.map((rule) => (
            <div key={`${rule.id}${rule.from}`} className="grid gap-1">
              <RuleName rule={rule} />
              <DifferenceTable label={rule.id} differences={rule.fields} words={words} />
            </div>
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section className="grid gap-2">
          <h3 className="font-bold">{t('others')}</h3>
          <DifferenceTable label={t('others')} differences={others} words={words} />
        </section>
      )}
    </div>
  );
}

function NamedRules({ title, rules }: { readonly title: string; readonly rules: readonly Named[] }) {
  if (rules.length === 0) return null;
  return (
    <section className="grid gap-1">
      <h3 className="font-bold">{title}</h3>
      {rules.map((rule) => (
        <RuleName key={`${rule.id}${rule.from}`} rule={rule} />
      ))}
    </section>
  );
}

function RuleName({ rule: { id, names, from } }: { readonly rule: Named }) {
  const language = useLocale();
  return (
    <p>
      {nameIn(names, language)}{' '}
      <bdi dir="ltr" className="text-s text-soft">
        {id} · {from}
      </bdi>
    </p>
  );
}
