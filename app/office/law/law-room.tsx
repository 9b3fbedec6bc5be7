'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { TextField } from '../../_ui/fields.tsx';
import { PageHeader } from '../../_ui/surfaces.tsx';
import { Tabs } from '../../_ui/tabs.tsx';
import { Ahead } from './ahead.tsx';
import { AskLaw } from './ask-law.tsx';
import { Drafts } from './drafts.tsx';
import type { LawNow, Motion } from './law-views.ts';
import { Motions } from './motions.tsx';
import { Questions } from './questions.tsx';
import { RulesInForce } from './rules-in-force.tsx';
import { Versions } from './versions.tsx';

/** The law of the market: what it says, what it would say to somebody, and how it changes. */
export function LawRoom() {
  const t = useTranslations('lawRoom');
  const everywhere = useTranslations('everywhere');
  const { body: law, fault, reload } = useRead<LawNow>('law');
  const { body: laid, reload: reloadMotions } = useRead<{ readonly motions: readonly Motion[] }>('law/motions');
  const [tab, setTab] = useState('rules');
  const motions = laid?.motions ?? [];
  const changed = () => {
    reload();
    reloadMotions();
  };
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} acts={<DecisionSearch />} />
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {law === undefined ? (
        <p role="status" className="py-16 text-center text-soft">
          {everywhere('loading')}
        </p>
      ) : (
        <>
          <Ahead law={law} motions={motions} />
          <Tabs
            label={t('title')}
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'rules', name: t('tabs.rules'), panel: <RulesInForce law={law} /> },
              { id: 'ask', name: t('tabs.ask'), panel: <AskLaw law={law} /> },
              { id: 'questions', name: t('tabs.questions'), panel: <Questions law={law} onDone={changed} /> },
              { id: 'drafts', name: t('tabs.drafts'), panel: <Drafts /> },
              { id: 'motions', name: t('tabs.motions'), panel: <Motions law={law} motions={motions} onDone={changed} /> },
              { id: 'versions', name: t('tabs.versions'), panel: <Versions law={law} /> },
            ]}
          />
        </>
      )}
    </>
  );
}

/** The code on a receipt opens its decision. */
function DecisionSearch() {
  const t = useTranslations('lawRoom');
  const router = useRouter();
  const [code, setCode] = useState('');
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') router.push(`/office/law/decisions/${encodeURIComponent(code.trim())}`);
      }}
    >
      <TextField label={t('search')} dir="ltr" value={code} onChange={setCode} placeholder="7QK-4M2-9XYZ" maxLength={40} />
      <Button type="submit">{t('openIt')}</Button>
    </form>
  );
}
