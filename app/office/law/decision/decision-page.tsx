'use client';
import { useLocale, useTranslations } from 'next-intl';
import { displayCode } from '#lib/pass/short-code.ts';
import { DecisionDuty } from '../../../_decision/decision-duty.tsx';
import { DecisionLimits } from '../../../_decision/decision-limits.tsx';
import { MadeAgain } from '../../../_decision/made-again.tsx';
import type { OpenedDecision } from '../../../_decision/opened-decision.ts';
import { At, useSideName } from '../../../_desk/clock.tsx';
import { FaultNote } from '../../../_desk/fault-note.tsx';
import { useRead } from '../../../_desk/use-read.ts';
import { countryName } from '../../../_ui/countries.ts';
import { Badge, EmptyState, PageHeader, Panel } from '../../../_ui/surfaces.tsx';
import { DecisionGoods } from './decision-goods.tsx';

const TONES = { free: 'good', duty: 'attention', 'needs-document': 'attention', forbidden: 'refusal' } as const;

/** A recorded decision, whole: what was decided, by which rules, from what, and that it comes out the same today. */
export function DecisionPage({ code }: { readonly code: string }) {
  const t = useTranslations('decision');
  const everywhere = useTranslations('everywhere');
  const { body, fault, reload } = useRead<OpenedDecision>(`decisions/${encodeURIComponent(code)}`);
  if (fault === 404)
    return (
      <Panel>
        <EmptyState title={t('missing')}>{t('missingNote')}</EmptyState>
      </Panel>
    );
  if (fault !== null) return <FaultNote status={fault} onAgain={reload} />;
  if (body === undefined)
    return (
      <p role="status" className="py-16 text-center text-soft">
        {everywhere('loading')}
      </p>
    );
  return (
    <>
      <PageHeader title={t('title', { code: `\u2066${displayCode(body.code)}\u2069` })} note={t('note')} />
      <Head opened={body} />
      <DecisionLimits opened={body} />
      <DecisionDuty opened={body} />
      <DecisionGoods opened={body} />
      <MadeAgain opened={body} />
    </>
  );
}

function Head({ opened: { decision, facts, recordedAt, packHash } }: { readonly opened: OpenedDecision }) {
  const t = useTranslations('decision');
  const law = useTranslations('law');
  const language = useLocale();
  const sideName = useSideName();
  const reasons = [...new Set(decision.reasons.map(({ reason }) => reason))];
  const { nationality, residence, age } = facts.traveller;
  const rows = [
    [
      t('traveller'),
      `${t('person', { nationality: countryName(nationality, language), age })}${law('comma')}${t('livesIn', { country: countryName(residence, language) })}`,
    ],
    [t('leaving'), sideName(decision.exitSide)],
    [t('at'), <At key="at" at={decision.at} />],
    [t('recorded'), <At key="recorded" at={recordedAt} />],
    [
      t('law'),
      <bdi key="law" dir="ltr" className="break-all">
        {decision.pack} · {packHash.slice(0, 16)}
      </bdi>,
    ],
    [t('engine'), decision.engine],
  ] as const;
  return (
    <Panel
      title={
        <span className="flex flex-wrap items-center gap-3">
          {t('outcome')} <Badge tone={TONES[decision.outcome]}>{law(`outcomes.${decision.outcome}`)}</Badge>
        </span>
      }
    >
      <ul className="ms-5 list-disc">
        {reasons.map((reason) => (
          <li key={reason}>{law.has(`reasons.${reason as 'within'}`) ? law(`reasons.${reason as 'within'}`) : reason}</li>
        ))}
      </ul>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="text-s text-soft">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
