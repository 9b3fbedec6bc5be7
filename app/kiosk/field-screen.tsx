'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { isDay } from '#lib/calendar/day.ts';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { CountryChoice } from './country-choice.tsx';
import { DateQuestion } from './date-question.tsx';
import type { Draft, FieldName, Question } from './draft.ts';
import { Ask } from './kiosk-frame.tsx';
import { LatinKeys } from './latin-keys.tsx';
import { OneOf } from './one-of.tsx';

type Props = {
  readonly draft: Draft;
  readonly questions: readonly Question[];
  /** The rest came from the reader: say so, so that nobody types it again. */
  readonly wasRead: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onDone: () => void;
  readonly onBack: () => void;
};

/** The questions that the document itself did not answer, one a screen. */
export function FieldScreen({ draft, questions, wasRead, onChange, onDone, onBack }: Props) {
  const t = useTranslations('kiosk.field');
  const [place, setPlace] = useState(0);
  const question = questions[place];
  if (!question) return null;
  const forward = (): void => (place + 1 < questions.length ? setPlace(place + 1) : onDone());
  const back = (): void => (place > 0 ? setPlace(place - 1) : onBack());
  return (
    <>
      {wasRead ? (
        <Ask title={questions.length === 1 ? t('one') : t('title')} note={t('keep')} />
      ) : (
        <p className="num text-l text-soft">
          {place + 1} / {questions.length}
        </p>
      )}
      <QuestionView key={question[0]} question={question} draft={draft} onChange={onChange} onForward={forward} onBack={back} />
    </>
  );
}

type ViewProps = {
  readonly question: Question;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onForward: () => void;
  readonly onBack: () => void;
};

function QuestionView({ question, draft, onChange, onForward, onBack }: ViewProps) {
  const t = useTranslations('kiosk.field');
  const [tried, setTried] = useState(false);
  const set = (field: FieldName, value: string): void => onChange({ ...draft, [field]: value });
  const choose = (field: FieldName) => (value: string) => {
    set(field, value);
    onForward();
  };
  const [first] = question;

  if (first === 'type')
    return (
      <OneOf
        title={t('type')}
        value={draft.type}
        choices={[
          { id: 'passport', name: t('passport') },
          { id: 'identity-card', name: t('identityCard') },
          { id: 'permit', name: t('permit') },
        ]}
        onChoose={choose('type')}
        onBack={onBack}
      />
    );
  if (first === 'sex')
    return (
      <OneOf
        title={t('sex')}
        value={draft.sex}
        choices={[
          { id: 'F', name: t('female') },
          { id: 'M', name: t('male') },
          { id: 'X', name: t('unspecified') },
        ]}
        onChoose={choose('sex')}
        onBack={onBack}
      />
    );
  if (first === 'issuer' || first === 'nationality')
    return <CountryChoice title={t(first)} value={draft[first] ?? draft.issuer} onChoose={choose(first)} onBack={onBack} />;

  const ready = isAnswered(question, draft);
  const next = (): void => (ready ? onForward() : setTried(true));
  if (first === 'birthDate' || first === 'expiresOn')
    return (
      <>
        <DateQuestion
          title={t(first)}
          value={draft[first] ?? ''}
          error={tried && !ready ? t('noSuchDate') : undefined}
          onChange={(day) => set(first, day)}
          onEnter={next}
        />
        <Acts onBack={onBack} onNext={next} />
      </>
    );
  if (first === 'number')
    return (
      <>
        <TextField
          label={t('number')}
          hint={t('numberHint')}
          error={tried && !ready ? t('missing') : undefined}
          size="l"
          dir="ltr"
          autoFocus
          value={draft.number ?? ''}
          onChange={(typed) => set('number', typed.toUpperCase())}
          onKeyDown={(event) => event.key === 'Enter' && next()}
        />
        <LatinKeys value={draft.number ?? ''} onChange={(typed) => set('number', typed)} />
        <Acts onBack={onBack} onNext={next} />
      </>
    );
  return <NameQuestion draft={draft} tried={tried && !ready} set={set} next={next} onBack={onBack} />;
}

type NameProps = {
  readonly draft: Draft;
  readonly tried: boolean;
  readonly set: (field: FieldName, value: string) => void;
  readonly next: () => void;
  readonly onBack: () => void;
};

function NameQuestion({ draft, tried, set, next, onBack }: NameProps) {
  const t = useTranslations('kiosk.field');
  const [active, setActive] = useState<'surname' | 'givenNames'>('surname');
  return (
    <>
      {(['surname', 'givenNames'] as const).map((field) => (
        <TextField
          key={field}
          label={t(field)}
          hint={field === 'surname' ? t('nameHint') : t('noName')}
          error={tried && field === 'surname' ? t('missing') : undefined}
          size="l"
          dir="ltr"
          autoFocus={field === 'surname'}
          value={draft[field] ?? ''}
          onFocus={() => setActive(field)}
          onChange={(typed) => set(field, typed.toUpperCase())}
          onKeyDown={(event) => event.key === 'Enter' && next()}
        />
      ))}
      <LatinKeys value={draft[active] ?? ''} onChange={(typed) => set(active, typed)} extra={['-', ' ']} />
      <Acts onBack={onBack} onNext={next} />
    </>
  );
}

function Acts({ onBack, onNext }: { readonly onBack: () => void; readonly onNext: () => void }) {
  const t = useTranslations('everywhere');
  return (
    <div className="mt-auto grid grid-cols-[1fr_2fr] gap-4">
      <Button size="xl" onPress={onBack}>
        {t('back')}
      </Button>
      <Button size="xl" look="primary" onPress={onNext}>
        {t('next')}
      </Button>
    </div>
  );
}

function isAnswered(question: Question, draft: Draft): boolean {
  if (question[0] === 'surname') return Boolean(draft.surname?.trim() || draft.givenNames?.trim());
  if (question[0] === 'birthDate' || question[0] === 'expiresOn') return isDay(draft[question[0]] ?? '');
  return Boolean(draft[question[0]]?.trim());
}
