'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { LawPack, Rule } from '#lib/law/pack.ts';
import { Confidence, Sources } from '../../_decision/sources.tsx';
import { nameIn } from '../../_ui/names.ts';
import { Badge } from '../../_ui/surfaces.tsx';
import { useRuleWords } from './rule-words.ts';

/** One rule, as a lawyer reads it: its sentence first, then what the engine makes of it, then where it comes from. */
export function RuleCard({ pack, rule }: { readonly pack: LawPack; readonly rule: Rule }) {
  const t = useTranslations('lawRoom');
  const language = useLocale();
  const words = useRuleWords(pack);
  const open = pack.settings.filter(({ changes = [] }) => changes.some((change) => 'rule' in change && change.rule === rule.id));
  return (
    <article className="grid gap-3 rounded-box border border-line bg-surface p-5">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h3 className="font-bold text-l leading-tight">
          {nameIn(rule.names, language)}{' '}
          <bdi dir="ltr" className="font-normal text-s text-soft">
            {rule.id}
          </bdi>
        </h3>
        <span className="flex flex-wrap gap-2">
          {!rule.applies && <Badge tone="attention">{t('rule.notApplied')}</Badge>}
          <Confidence of={rule.confidence} />
        </span>
      </header>
      <p className="max-w-prose">{nameIn(rule.sentences, language)}</p>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 xl:grid-cols-3">
        <Fact name={t('rule.limit')}>{words.limit(rule)}</Fact>
        <Fact name={t('rule.period')}>{words.period(rule)}</Fact>
        <Fact name={t('rule.over')}>{words.over(rule)}</Fact>
        {words.duty(rule) !== '' && <Fact name={t('rule.duty')}>{words.duty(rule)}</Fact>}
        <Fact name={t('rule.goods')}>{words.goods(rule.goods)}</Fact>
        <Fact name={t('rule.who')}>{words.who(rule).join(' · ')}</Fact>
        <Fact name={t('rule.dates')}>{words.dates(rule)}</Fact>
      </dl>
      <footer className="grid gap-1 border-line border-t pt-3 text-s text-soft">
        <Sources pack={pack} ids={rule.sources} />
        {open.map(({ id, question }) => (
          <p key={id}>
            <b>{t('rule.open')}:</b>{' '}
            <bdi lang="en" dir="ltr">
              {question}
            </bdi>
          </p>
        ))}
      </footer>
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-s text-soft">{name}</dt>
      <dd className="font-semibold">
        <bdi>{children}</bdi>
      </dd>
    </div>
  );
}
