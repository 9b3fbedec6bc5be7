'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isDay } from '#lib/calendar/day.ts';
import type { Setting } from '#lib/law/pack.ts';
import { useAnswerWords } from '../../_decision/answer-words.ts';
import { Sources } from '../../_decision/sources.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { Button } from '../../_ui/button.tsx';
import { SelectField, TextField } from '../../_ui/fields.tsx';
import { Badge } from '../../_ui/surfaces.tsx';
import { useToast } from '../../_ui/toast.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { LawNow } from './law-views.ts';

type Props = { readonly law: LawNow; readonly onDone: () => void };

/** What the law leaves open, and how this market answers it. */
export function Questions({ law, onDone }: Props) {
  const t = useTranslations('lawRoom.questions');
  const mayAct = useMayAct();
  const answer = useAnswerWords();
  const [asked, setAsked] = useState<Setting | null>(null);
  const answers = law.sides[0]?.answers ?? {};
  return (
    <div className="grid gap-3">
      <p className="text-soft">{t('note')}</p>
      {law.pack.settings.map((setting) => {
        const own = answers[setting.id];
        return (
          <article key={setting.id} className="grid gap-2 rounded-box border border-line bg-surface p-5">
            <h3 className="font-bold">
              <bdi dir="ltr">{setting.id}</bdi>
            </h3>
            <p className="max-w-prose">
              <bdi lang="en" dir="ltr">
                {setting.question}
              </bdi>
            </p>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="flex flex-wrap items-center gap-2">
                <span className="text-soft">{t('answer')}</span>
                <b>{answer(own ?? setting.default)}</b>
                <Badge tone={own === undefined ? 'plain' : 'teal'}>{own === undefined ? t('byPack') : t('byMarket')}</Badge>
              </p>
              {setting.options.length < 2 && <span className="text-s text-soft">{t('only')}</span>}
              {mayAct && setting.options.length > 1 && (
                <Button aria-label={t('changeOne', { setting: setting.id })} onPress={() => setAsked(setting)}>
                  {t('change')}
                </Button>
              )}
            </div>
            {setting.source !== null && (
              <div className="text-s text-soft">
                <Sources pack={law.pack} ids={[setting.source]} />
              </div>
            )}
          </article>
        );
      })}
      {asked && <AnswerOtherwise law={law} setting={asked} onClose={() => setAsked(null)} onDone={onDone} />}
    </div>
  );
}

/** An answer as people say it: yes and no, or the pack's own word for it. */
function AnswerOtherwise({ law, setting, onClose, onDone }: Props & { readonly setting: Setting; readonly onClose: () => void }) {
  const t = useTranslations('lawRoom.questions');
  const motions = useTranslations('lawRoom.motions');
  const ask = useTranslations('lawRoom.ask');
  const desk = useTranslations('desk');
  const answer = useAnswerWords();
  const act = useAct();
  const say = useToast();
  const [value, setValue] = useState<number | null>(null);
  const [effectiveFrom, setEffectiveFrom] = useState(law.firstDay);
  const [tried, setTried] = useState(false);

  async function submit(): Promise<void> {
    setTried(true);
    if (value === null || !isDay(effectiveFrom)) return;
    const fields = { value: setting.options[value], effectiveFrom };
    if ((await act.run(`law/settings/${setting.id}/motions`, fields, (id) => ({ id, ...fields }))) === undefined) return;
    say({ text: motions('laid'), tone: 'good' });
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={t('changeOne', { setting: `\u2066${setting.id}\u2069` })}
      label={motions('lay')}
      act={act}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p>
        <bdi lang="en" dir="ltr">
          {setting.question}
        </bdi>
      </p>
      <SelectField
        label={t('to')}
        choices={setting.options.map((option, place) => ({ id: String(place), name: answer(option) }))}
        value={value === null ? null : String(value)}
        onChange={(id) => setValue(Number(id))}
        placeholder={desk('choose')}
        error={tried && value === null ? desk('missing') : undefined}
      />
      <TextField
        label={t('from')}
        dir="ltr"
        value={effectiveFrom}
        onChange={setEffectiveFrom}
        maxLength={10}
        hint={motions('dayHint', { day: `\u2066${law.firstDay}\u2069` })}
        error={tried && !isDay(effectiveFrom) ? ask('dayBad') : undefined}
      />
    </FormDialog>
  );
}
