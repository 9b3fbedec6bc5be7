'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { ReasonDialog } from '../../_desk/reason-dialog.tsx';
import { type Answer, callApi } from '../../_ui/api.ts';
import { Button } from '../../_ui/button.tsx';
import { countryName } from '../../_ui/countries.ts';
import { DocumentLinesField } from '../../_ui/document-lines-field.tsx';
import { Refusal } from '../../_ui/refusal.tsx';
import { Panel } from '../../_ui/surfaces.tsx';

type Found = { readonly passes: readonly PassCard[] };

/** Finds who asks to be erased by their pass or their document, and erases them. Nothing typed here stays. */
export function ErasePerson() {
  const t = useTranslations('persons.erase');
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Answer<Found> | null>(null);
  const [finding, setFinding] = useState(false);
  const [asked, setAsked] = useState<PassCard | null>(null);

  const find = async (): Promise<void> => {
    setFinding(true);
    setAnswer(await passesBy(text.trim()));
    setFinding(false);
  };
  const reset = (): void => {
    setText('');
    setAnswer(null);
  };
  return (
    <div className="grid max-w-3xl gap-4">
      <p className="text-soft">{t('note')}</p>
      <DocumentLinesField label={t('find')} value={text} onChange={setText} />
      <div className="flex justify-end">
        <Button look="primary" isDisabled={text.trim() === ''} isPending={finding} onPress={() => void find()}>
          {t('act')}
        </Button>
      </div>
      {answer?.kind === 'refused' && <Refusal refusals={answer.refusals} />}
      {answer?.kind === 'fault' && <FaultNote status={answer.status} />}
      {answer?.kind === 'done' && <FoundPerson passes={answer.body.passes} onErase={setAsked} />}
      {asked && (
        <ReasonDialog
          title={t('title', { initials: `\u2066${asked.traveller.initials}\u2069` })}
          note={t('warn')}
          label={t('erase')}
          path={`passes/${asked.id}/erasures`}
          done={t('done')}
          onClose={() => setAsked(null)}
          onDone={reset}
        />
      )}
    </div>
  );
}

function FoundPerson({ passes, onErase }: Found & { readonly onErase: (pass: PassCard) => void }) {
  const t = useTranslations('persons.erase');
  const language = useLocale();
  const [newest] = passes;
  if (newest === undefined) return <p role="status">{t('none')}</p>;
  const { initials, nationality } = newest.traveller;
  if (initials === '') return <p role="status">{t('unnamed')}</p>;
  return (
    <Panel
      title={t('holder', { initials: `\u2066${initials}\u2069`, nationality: countryName(nationality, language) })}
      aside={
        <Button look="danger" onPress={() => onErase(newest)}>
          {t('erase')}
        </Button>
      }
    >
      <p className="text-s text-soft">{t('found')}</p>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {passes.map((pass) => (
          <li key={pass.id} className="num">
            <bdi dir="ltr">{displayCode(pass.code)}</bdi>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** By the pass in their hand, or by the lines of the document that they show. */
async function passesBy(text: string): Promise<Answer<Found>> {
  if (/[<\n]/.test(text)) return callApi('POST', 'pass-searches', { document: { mrz: text } });
  const answer = await callApi<{ pass: PassCard }>('GET', `passes/${encodeURIComponent(text)}`);
  if (answer.kind === 'fault' && answer.status === 404) return { kind: 'done', status: 200, body: { passes: [] } };
  return answer.kind === 'done' ? { ...answer, body: { passes: [answer.body.pass] } } : answer;
}
