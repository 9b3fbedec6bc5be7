'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { isDay } from '#lib/calendar/day.ts';
import { Confidence, Sources } from '../../_decision/sources.tsx';
import { useSideName } from '../../_desk/clock.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { countriesIn, countryName } from '../../_ui/countries.ts';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { dateWords, useMeasureWords } from '../../_ui/figures.tsx';
import { nameIn } from '../../_ui/names.ts';
import { Badge, Panel } from '../../_ui/surfaces.tsx';
import type { Allowed, LawNow } from './law-views.ts';
import { useRuleWords } from './rule-words.ts';

type Asked = {
  readonly nationality: string;
  readonly residence: string;
  readonly age: string;
  readonly side: string;
  readonly day: string;
};

/** "What may a Pakistani of 17 take to China on 3 March?" */
export function AskLaw({ law }: { readonly law: LawNow }) {
  const t = useTranslations('lawRoom.ask');
  const desk = useTranslations('desk');
  const language = useLocale();
  const sideName = useSideName();
  const [first] = law.sides;
  const [question, setQuestion] = useState<Asked>({
    nationality: 'PAK',
    residence: 'PAK',
    age: '17',
    side: first?.side ?? '',
    day: first?.day ?? '',
  });
  const [asked, setAsked] = useState<Asked | null>(null);
  const [tried, setTried] = useState(false);
  const countries = useMemo(() => countriesIn(language), [language]);
  const put = (field: keyof Asked) => (value: string) => setQuestion((before) => ({ ...before, [field]: value }));
  const isAge = /^\d{1,3}$/.test(question.age) && Number(question.age) <= 150;
  return (
    <div className="grid gap-6">
      <Panel title={t('title')}>
        <p className="text-soft">{t('note')}</p>
        <form
          noValidate
          className="grid items-start gap-4 sm:grid-cols-2 xl:grid-cols-5"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (isAge && isDay(question.day)) setAsked(question);
          }}
        >
          <SelectField
            label={t('nationality')}
            choices={countries}
            value={question.nationality}
            onChange={put('nationality')}
            placeholder={desk('choose')}
          />
          <SelectField
            label={t('residence')}
            choices={countries}
            value={question.residence}
            onChange={put('residence')}
            placeholder={desk('choose')}
          />
          <TextField
            label={t('age')}
            dir="ltr"
            inputMode="numeric"
            value={question.age}
            onChange={put('age')}
            maxLength={3}
            error={tried && !isAge ? t('ageBad') : undefined}
          />
          <SelectField
            label={t('side')}
            choices={law.sides.map(({ side }) => ({ id: side, name: sideName(side) }))}
            value={question.side}
            onChange={put('side')}
            placeholder={desk('choose')}
          />
          <TextField
            label={t('day')}
            dir="ltr"
            value={question.day}
            onChange={put('day')}
            maxLength={10}
            hint={t('dayHint')}
            error={tried && !isDay(question.day) ? t('dayBad') : undefined}
          />
          <div>
            <Button type="submit" look="primary">
              {t('act')}
            </Button>
          </div>
        </form>
      </Panel>
      {asked && (
        <Panel
          title={t('answer', {
            nationality: countryName(asked.nationality, language),
            age: asked.age,
            side: sideName(asked.side),
            day: dateWords({ at: asked.day, show: 'day' }, language),
          })}
        >
          <Answer law={law} asked={asked} />
        </Panel>
      )}
    </div>
  );
}

function Answer({ law, asked }: { readonly law: LawNow; readonly asked: Asked }) {
  const t = useTranslations('lawRoom.ask');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const measured = useMeasureWords();
  const { body, fault, reload } = useRead<Allowed>(`law/allowances?${new URLSearchParams(asked)}`);
  const pack = useRead<{ readonly pack: LawNow['pack'] }>(`law/packs/${body?.packHash ?? law.hash}`).body?.pack ?? law.pack;
  const words = useRuleWords(pack);
  if (fault !== null) return <FaultNote status={fault} onAgain={reload} />;
  if (body === undefined) return <p role="status">{everywhere('loading')}</p>;
  return (
    <>
      <p className="text-s text-soft">{t('version', { version: body.decision.pack.split('@')[1] ?? '' })}</p>
      <ul className="grid gap-4">
        {body.rules.map(({ rule: id, part, limit, unit, without, forbids }) => {
          const rule = pack.rules.find(
            (each) => each.id === id && each.from <= asked.day && (each.to === null || asked.day <= each.to),
          );
          return (
            <li key={`${id}${part}`} className="grid gap-1 border-line border-t pt-4">
              <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
                <b>
                  {nameIn(rule?.names, language, id)}{' '}
                  <bdi dir="ltr" className="font-normal text-s text-soft">
                    {id}
                  </bdi>
                </b>
                <b className={without === null ? 'num text-l' : 'text-red'}>
                  {without !== null ? (
                    t(`without.${without}`)
                  ) : rule?.measure.kind === 'mix' && rule ? (
                    words.limit(rule)
                  ) : (
                    <bdi>{measured({ value: limit, unit })}</bdi>
                  )}
                </b>
              </div>
              {rule && <p className="max-w-prose">{nameIn(rule.sentences, language)}</p>}
              <p className="flex flex-wrap items-center gap-2 text-s text-soft">
                {rule && <Confidence of={rule.confidence} />}
                {forbids && <Badge tone="refusal">{t('forbidden')}</Badge>}
                {rule && !forbids && <span>{words.over(rule)}</span>}
              </p>
              {rule && (
                <div className="text-s text-soft">
                  <Sources pack={pack} ids={rule.sources} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
