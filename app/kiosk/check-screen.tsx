'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '../_ui/button.tsx';
import { countryName } from '../_ui/countries.ts';
import { faultWords } from '../_ui/fault.ts';
import { DateText } from '../_ui/figures.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { type Draft, maskedNumber, type Question, questionAbout, questionOf } from './draft.ts';
import { Ask } from './kiosk-frame.tsx';

type Props = {
  readonly draft: Draft;
  readonly residence: string | null;
  readonly guardian: string | null;
  readonly refusals: readonly RefusalView[];
  /** HTTP status of a call that did not work, 0 for no answer. */
  readonly fault: number | null;
  readonly busy: boolean;
  readonly onIssue: () => void;
  readonly onCorrect: (questions: readonly Question[]) => void;
  readonly onResidence: () => void;
  readonly onGuardian: () => void;
  readonly onOther: () => void;
};

/** Everything as it was read, the number masked, each line open to correction; and what to do if the market says no. */
export function CheckScreen(props: Props) {
  const { draft, residence, guardian, refusals, fault, busy } = props;
  const t = useTranslations('kiosk.check');
  const field = useTranslations('kiosk.field');
  const everywhere = useTranslations('everywhere');
  const language = useLocale();
  const wrong = refusals.map(questionAbout).filter((question) => question !== undefined);
  const wantsGuardian = refusals.some(({ reason }) => reason.startsWith('guardian'));
  const change = (about: Parameters<typeof questionOf>[0]) => () => props.onCorrect([questionOf(about)]);

  return (
    <>
      {refusals.length > 0 ? (
        <Refusal
          size="l"
          refusals={refusals}
          acts={
            <>
              {wrong.length > 0 && (
                <Button size="l" look="primary" onPress={() => props.onCorrect([...new Set(wrong)])}>
                  {t('again')}
                </Button>
              )}
              {wantsGuardian && (
                <Button size="l" look="primary" onPress={props.onGuardian}>
                  {t('guardian')}
                </Button>
              )}
              <Button size="l" onPress={props.onOther}>
                {t('other')}
              </Button>
            </>
          }
        />
      ) : (
        <Ask title={t('title')} />
      )}
      {fault !== null && (
        <p role="alert" className="rounded-box border-2 border-red bg-red-tint p-5 font-semibold text-l">
          {everywhere(`faults.${faultWords(fault)}`)}
        </p>
      )}
      <dl className="grid rounded-box border-2 border-line bg-surface">
        <Row name={t('name')} onChange={change('surname')}>
          <bdi dir="ltr">{[draft.surname, draft.givenNames].filter(Boolean).join(' ')}</bdi>
        </Row>
        <Row name={t('document')} onChange={change('number')}>
          {draft.type && <span>{field(TYPE_WORDS[draft.type] ?? 'passport')} </span>}
          <bdi dir="ltr">{maskedNumber(draft.number ?? '')}</bdi>
        </Row>
        <Row name={t('nationality')} onChange={change('nationality')}>
          {countryName(draft.nationality ?? '', language)}
        </Row>
        <Row name={t('born')} onChange={change('birthDate')}>
          {draft.birthDate && <DateText at={draft.birthDate} show="day" />}
        </Row>
        <Row name={field('expiresOn')} onChange={change('expiresOn')}>
          {draft.expiresOn && <DateText at={draft.expiresOn} show="day" />}
        </Row>
        <Row name={t('residence')} onChange={props.onResidence}>
          {countryName(residence ?? draft.nationality ?? '', language)}
        </Row>
        {guardian && (
          <Row name={t('guardian')} onChange={props.onGuardian}>
            <bdi dir="ltr">{guardian.length > 12 ? '✓' : guardian}</bdi>
          </Row>
        )}
      </dl>
      <p className="text-soft">{t('privacy')}</p>
      <div className="mt-auto grid gap-4">
        <Button
          size="xl"
          look={wrong.length > 0 || wantsGuardian ? 'secondary' : 'primary'}
          wide
          isPending={busy}
          onPress={props.onIssue}
        >
          {busy ? t('issuing') : refusals.length > 0 || fault !== null ? everywhere('tryAgain') : t('issue')}
        </Button>
        {refusals.length === 0 && (
          <Button size="l" look="quiet" wide isDisabled={busy} onPress={props.onOther}>
            {t('other')}
          </Button>
        )}
      </div>
    </>
  );
}

const TYPE_WORDS: Readonly<Record<string, 'passport' | 'identityCard' | 'permit'>> = {
  passport: 'passport',
  'identity-card': 'identityCard',
  permit: 'permit',
};

function Row({
  name,
  onChange,
  children,
}: {
  readonly name: string;
  readonly onChange: () => void;
  readonly children: ReactNode;
}) {
  const t = useTranslations('everywhere');
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 border-line border-b px-5 py-2.5 last:border-0">
      <dt className="text-s text-soft">{name}</dt>
      <dd className="col-start-1 font-semibold text-l leading-tight">{children}</dd>
      <dd className="col-start-2 row-span-2 row-start-1">
        <Button look="quiet" onPress={onChange} aria-label={`${t('change')}: ${name}`}>
          {t('change')}
        </Button>
      </dd>
    </div>
  );
}
