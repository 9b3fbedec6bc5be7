'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { Setting } from '#lib/law/pack.ts';
import { useAnswerWords } from '../../../_decision/answer-words.ts';
import { SelectField, TextField } from '../../../_ui/fields.tsx';
import { nameIn } from '../../../_ui/names.ts';
import { Panel } from '../../../_ui/surfaces.tsx';
import { type RawRule, RuleForm } from './rule-form.tsx';
import type { DraftInHand } from './use-draft.ts';

type RawBody = {
  readonly version?: number;
  readonly rules?: readonly RawRule[];
  readonly settings?: readonly Setting[];
  readonly sides?: readonly { readonly code: string; readonly names: Readonly<Record<string, string>> }[];
};

/** What changes often, without JSON: the version, each rule's limit, days and whether it applies, the answers to open questions. */
export function DraftForm({ inHand: { body, edit, faults } }: { readonly inHand: DraftInHand }) {
  const t = useTranslations('lawRoom.drafts');
  const questions = useTranslations('lawRoom.tabs');
  const desk = useTranslations('desk');
  const language = useLocale();
  const answer = useAnswerWords();
  const { version = 0, rules = [], settings = [], sides = [] } = body as RawBody;
  const putRule = (index: number) => (rule: RawRule) =>
    edit({ ...body, rules: rules.map((each, place) => (place === index ? rule : each)) });
  const putAnswer = (index: number, option: string) =>
    edit({
      ...body,
      settings: settings.map((each, place) => (place === index ? { ...each, default: each.options[Number(option)] } : each)),
    });
  return (
    <div className="grid gap-6">
      <div className="w-56">
        <TextField
          label={t('packVersion')}
          dir="ltr"
          inputMode="numeric"
          value={String(version)}
          onChange={(typed) => /^\d{0,6}$/.test(typed) && edit({ ...body, version: Number(typed) })}
        />
      </div>
      {sides.map(({ code, names }) => (
        <section key={code} className="grid gap-3">
          <h2 className="font-bold text-l">{nameIn(names, language, code)}</h2>
          {rules.map(
            (rule, index) =>
              rule.side === code && (
                <RuleForm
                  key={index}
                  rule={rule}
                  faults={faults.filter(({ pointer }) => pointer === `/rules/${index}` || pointer.startsWith(`/rules/${index}/`))}
                  onChange={putRule(index)}
                />
              ),
          )}
        </section>
      ))}
      <Panel title={questions('questions')}>
        {settings.map((setting, index) => (
          <div
            key={setting.id}
            className="grid items-end gap-x-6 gap-y-2 border-line border-b pb-4 last:border-0 xl:grid-cols-[1fr_18rem]"
          >
            <p>
              <bdi dir="ltr" className="block font-bold">
                {setting.id}
              </bdi>
              <bdi lang="en" dir="ltr">
                {setting.question}
              </bdi>
            </p>
            <SelectField
              label={t('default')}
              choices={setting.options.map((option, place) => ({ id: String(place), name: answer(option) }))}
              value={String(setting.options.indexOf(setting.default))}
              onChange={(option) => putAnswer(index, option)}
              placeholder={desk('choose')}
            />
          </div>
        ))}
      </Panel>
    </div>
  );
}
