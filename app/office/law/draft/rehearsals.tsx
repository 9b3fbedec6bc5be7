'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { addDays, isDay } from '#lib/calendar/day.ts';
import { FaultNote } from '../../../_desk/fault-note.tsx';
import { useAct } from '../../../_desk/use-act.ts';
import { useLive } from '../../../_desk/use-live.ts';
import { useRead } from '../../../_desk/use-read.ts';
import { Button } from '../../../_ui/button.tsx';
import { SelectField, TextField } from '../../../_ui/fields.tsx';
import { dateWords } from '../../../_ui/figures.tsx';
import { Refusal } from '../../../_ui/refusal.tsx';
import { Badge, Panel } from '../../../_ui/surfaces.tsx';
import { useMayAct } from '../../office-frame.tsx';
import type { LawNow, Rehearsal } from '../law-views.ts';
import { RehearsalReport } from './rehearsal-report.tsx';
import type { DraftInHand } from './use-draft.ts';

type Props = { readonly inHand: DraftInHand; readonly law: LawNow };

const DAYS_BACK = 30;

/** Tries the draft on past traffic, and shows what came of each trial. */
export function Rehearsals({ inHand, law }: Props) {
  const t = useTranslations('lawRoom.rehearsal');
  const desk = useTranslations('desk');
  const language = useLocale();
  const mayAct = useMayAct();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = inHand.draft?.rehearsals ?? [];
  const shown = chosen ?? list[0]?.id ?? null;
  const day = (at: string) => dateWords({ at, show: 'day' }, language);
  return (
    <div className="grid gap-6">
      {mayAct && <Start inHand={inHand} law={law} onStarted={setChosen} />}
      {list.length > 1 && (
        <SelectField
          label={t('title')}
          choices={list.map(({ id, version, since, lawDay }) => ({
            id,
            name: t('of', { number: version, since: day(since), day: day(lawDay) }),
          }))}
          value={shown}
          onChange={setChosen}
          placeholder={desk('choose')}
        />
      )}
      {shown !== null && <Report key={shown} id={shown} />}
    </div>
  );
}

function Start({ inHand: { draft, isChanged, reload }, law, onStarted }: Props & { readonly onStarted: (id: string) => void }) {
  const t = useTranslations('lawRoom.rehearsal');
  const ask = useTranslations('lawRoom.ask');
  const act = useAct();
  const today = law.sides[0]?.day ?? law.firstDay;
  const [since, setSince] = useState(addDays(today, -DAYS_BACK));
  const [lawDay, setLawDay] = useState(law.firstDay);
  const bad = (day: string) => (isDay(day) ? undefined : ask('dayBad'));

  async function start(): Promise<void> {
    if (!isDay(since) || !isDay(lawDay)) return;
    const fields = { since, lawDay };
    const started = await act.run<{ rehearsal: { id: string } }>(`law/drafts/${draft?.id}/rehearsals`, fields, (id) => ({
      id,
      ...fields,
    }));
    if (started === undefined) return;
    onStarted(started.rehearsal.id);
    reload();
  }

  return (
    <Panel title={t('title')}>
      <p className="text-soft">{t('note')}</p>
      <div className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-[14rem_14rem_auto]">
        <TextField label={t('since')} dir="ltr" value={since} onChange={setSince} maxLength={10} error={bad(since)} />
        <TextField label={t('lawDay')} dir="ltr" value={lawDay} onChange={setLawDay} maxLength={10} error={bad(lawDay)} />
        <div className="grid justify-items-start gap-2 sm:pt-7">
          <Button look="primary" isPending={act.sending} isDisabled={isChanged} onPress={() => void start()}>
            {t('start')}
          </Button>
          {isChanged && <p className="text-s text-soft">{t('saveFirst')}</p>}
        </div>
      </div>
      {act.refusals.length > 0 && <Refusal refusals={act.refusals} />}
      {act.fault !== null && <FaultNote status={act.fault} />}
    </Panel>
  );
}

/** How far it is, live, and what is known so far. */
function Report({ id }: { readonly id: string }) {
  const t = useTranslations('lawRoom.rehearsal');
  const language = useLocale();
  const { body, fault, reload } = useRead<{ readonly rehearsal: Rehearsal }>(`law/rehearsals/${id}`);
  useLive('office', () => body?.rehearsal.state !== 'done' && reload());
  if (fault !== null) return <FaultNote status={fault} onAgain={reload} />;
  if (body === undefined) return null;
  const { state, done, total, tally } = body.rehearsal;
  const number = new Intl.NumberFormat(language);
  const progress = t('progress', { done: number.format(done), total: number.format(total) });
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="flex flex-wrap items-center gap-3">
          <Badge tone={state === 'done' ? 'good' : state === 'failed' ? 'refusal' : 'attention'}>{t(state)}</Badge>
          <span className="num">{progress}</span>
        </p>
        <div
          role="progressbar"
          aria-label={t('title')}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          className="h-3 overflow-hidden rounded-full bg-ink/10"
        >
          <div className="h-full bg-teal" style={{ inlineSize: `${(100 * done) / Math.max(1, total)}%` }} />
        </div>
      </div>
      <RehearsalReport tally={tally} />
    </div>
  );
}
