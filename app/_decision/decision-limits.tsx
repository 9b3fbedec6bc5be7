'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LimitRow } from '#lib/law/decision.ts';
import { Button } from '../_ui/button.tsx';
import { useMeasureWords } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Panel } from '../_ui/surfaces.tsx';
import type { OpenedDecision } from './opened-decision.ts';
import { Confidence, Sources } from './sources.tsx';

/** Each limit before, by this visit and after, with the sentence of its rule and where it is written. */
export function DecisionLimits({ opened: { decision, pack } }: { readonly opened: OpenedDecision }) {
  const t = useTranslations('decision');
  const [all, setAll] = useState(false);
  const isTouched = ({ used, visit, over }: LimitRow) => used + visit + over > 0;
  const touched = decision.limits.filter(isTouched);
  const others = decision.limits.length - touched.length;
  const shown = all || touched.length === 0 ? decision.limits : touched;
  return (
    <Panel title={t('limits')}>
      <ul className="grid gap-5">
        {shown.map((row) => (
          <Limit key={row.account} row={row} pack={pack} />
        ))}
      </ul>
      {!all && touched.length > 0 && others > 0 && (
        <div>
          <Button onPress={() => setAll(true)}>{t('untouched', { count: others })}</Button>
        </div>
      )}
    </Panel>
  );
}

function Limit({ row, pack }: { readonly row: LimitRow; readonly pack: OpenedDecision['pack'] }) {
  const t = useTranslations('decision');
  const language = useLocale();
  const say = useMeasureWords();
  const rule = pack.rules.find(({ id }) => id === row.rule);
  const { unit } = row;
  const figures: readonly (readonly ['limit' | 'before' | 'visit' | 'after' | 'over', number])[] = [
    ['limit', row.limit],
    ['before', row.used],
    ['visit', row.visit],
    row.over > 0 ? ['over', row.over] : ['after', row.left],
  ];
  return (
    <li className="grid gap-2 border-line border-t pt-4 first:border-0 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="font-bold">
          {nameIn(rule?.names, language, row.rule)}{' '}
          <bdi dir="ltr" className="font-normal text-s text-soft">
            {row.account}
          </bdi>
        </h3>
        <Confidence of={row.confidence} />
      </div>
      <dl className="grid grid-cols-2 gap-3 rounded-box bg-paper px-4 py-3 sm:grid-cols-4">
        {figures.map(([name, value]) => (
          <div key={name} className={name === 'over' ? 'text-red' : ''}>
            <dt className="text-s">{t(name)}</dt>
            <dd className="num font-bold">
              <bdi>{say({ value, unit })}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {rule && <p className="max-w-prose">{nameIn(rule.sentences, language)}</p>}
      <div className="text-s text-soft">
        <Sources pack={pack} ids={row.source} />
      </div>
    </li>
  );
}
