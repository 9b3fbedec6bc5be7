'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { At } from '../../../_desk/clock.tsx';
import { FaultNote } from '../../../_desk/fault-note.tsx';
import { useAct } from '../../../_desk/use-act.ts';
import { useRead } from '../../../_desk/use-read.ts';
import { Button } from '../../../_ui/button.tsx';
import { Refusal } from '../../../_ui/refusal.tsx';
import { Badge, PageHeader } from '../../../_ui/surfaces.tsx';
import { Tabs } from '../../../_ui/tabs.tsx';
import { useToast } from '../../../_ui/toast.tsx';
import { useMayAct } from '../../office-frame.tsx';
import type { LawNow } from '../law-views.ts';
import { PackComparison } from '../pack-comparison.tsx';
import { DraftForm } from './draft-form.tsx';
import { useFaultText } from './fault-text.ts';
import { JsonEditor } from './json-editor.tsx';
import { LayDraft } from './lay-draft.tsx';
import { Rehearsals } from './rehearsals.tsx';
import { type DraftInHand, useDraft } from './use-draft.ts';

/** One draft: edited, checked, compared, rehearsed, and laid for signature. */
export function DraftDesk({ id }: { readonly id: string }) {
  const t = useTranslations('lawRoom');
  const everywhere = useTranslations('everywhere');
  const inHand = useDraft(id);
  const law = useRead<LawNow>('law').body;
  const { draft, fault, reload, number, isChanged } = inHand;
  const [tab, setTab] = useState('form');
  const [place, setPlace] = useState<string | null>(null);
  const show = (pointer: string) => {
    setPlace(pointer);
    setTab('json');
  };
  if (fault !== null) return <FaultNote status={fault} onAgain={reload} />;
  if (draft === undefined || law === undefined || number === 0)
    return (
      <p role="status" className="py-16 text-center text-soft">
        {everywhere('loading')}
      </p>
    );
  return (
    <>
      <Link href="/office/law" className="font-semibold text-teal underline-offset-4 hover:underline">
        {t('title')}
      </Link>
      <PageHeader
        title={<bdi>{draft.title}</bdi>}
        note={
          <span className="flex flex-wrap items-center gap-3">
            {t('drafts.version', { number })}
            {isChanged && <Badge tone="attention">{t('drafts.unsaved')}</Badge>}
          </span>
        }
        acts={<DraftActs inHand={inHand} law={law} />}
      />
      <Faults inHand={inHand} onShow={show} />
      <Tabs
        label={draft.title}
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'form', name: t('drafts.form'), panel: <DraftForm inHand={inHand} /> },
          { id: 'json', name: t('drafts.json'), panel: <JsonEditor inHand={inHand} place={place} /> },
          { id: 'changes', name: t('drafts.changes'), panel: <PackComparison from={draft.base} to={draft.id} stamp={number} /> },
          { id: 'rehearsal', name: t('rehearsal.title'), panel: <Rehearsals inHand={inHand} law={law} /> },
          { id: 'history', name: t('drafts.history'), panel: <Savings inHand={inHand} /> },
        ]}
      />
    </>
  );
}

function DraftActs({ inHand, law }: { readonly inHand: DraftInHand; readonly law: LawNow }) {
  const t = useTranslations('lawRoom');
  const mayAct = useMayAct();
  const act = useAct();
  const say = useToast();
  const [laying, setLaying] = useState(false);
  const { draft, body, number, isChanged, faults, broken, reload } = inHand;
  if (!mayAct || draft === undefined) return null;

  async function save(): Promise<void> {
    const fields = { after: number, body };
    const saved = await act.run<{ draft: { version: number } }>(`law/drafts/${draft?.id}/versions`, fields, (id) => ({
      id,
      ...fields,
    }));
    if (saved === undefined) return;
    say({ text: t('drafts.saved', { number: saved.draft.version }), tone: 'good' });
    reload();
  }

  return (
    <div className="grid justify-items-end gap-3">
      <div className="flex flex-wrap gap-3">
        <Button
          look={isChanged ? 'primary' : 'secondary'}
          isPending={act.sending}
          isDisabled={!isChanged || faults.length > 0 || broken !== null}
          onPress={() => void save()}
        >
          {t('drafts.save')}
        </Button>
        <Button
          look={isChanged ? 'secondary' : 'primary'}
          isDisabled={isChanged || faults.length > 0}
          onPress={() => setLaying(true)}
        >
          {t('motions.lay')}
        </Button>
      </div>
      {act.refusals.length > 0 && <Refusal refusals={act.refusals} />}
      {act.fault !== null && <FaultNote status={act.fault} />}
      {laying && <LayDraft draft={draft.id} version={number} law={law} onClose={() => setLaying(false)} />}
    </div>
  );
}

/** What is wrong with the draft, each at its place. */
function Faults({
  inHand: { faults, broken },
  onShow,
}: {
  readonly inHand: DraftInHand;
  readonly onShow: (pointer: string) => void;
}) {
  const t = useTranslations('lawRoom.drafts');
  const text = useFaultText();
  if (broken !== null)
    return (
      <p role="alert" className="rounded-box border-2 border-red bg-red-tint p-4">
        {t('notJson', broken)}
      </p>
    );
  if (faults.length === 0) return <p className="text-s text-green">{t('noFaults')}</p>;
  return (
    <section role="alert" className="grid gap-2 rounded-box border-2 border-red bg-red-tint p-4">
      <h2 className="font-bold">{t('faults', { count: faults.length })}</h2>
      <ul className="grid max-h-60 gap-1 overflow-auto">
        {faults.map((fault, place) => (
          <li key={`${fault.pointer}${place}`} className="flex flex-wrap items-baseline gap-x-3">
            <Button
              look="quiet"
              className="px-1!"
              onPress={() => onShow(fault.pointer)}
              aria-label={t('goTo', { place: fault.pointer })}
            >
              <bdi dir="ltr" className="break-all">
                {fault.pointer === '' ? '/' : fault.pointer}
              </bdi>
            </Button>
            <span className="wrap-anywhere">{text(fault)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Savings({ inHand: { draft } }: { readonly inHand: DraftInHand }) {
  const t = useTranslations('lawRoom.drafts');
  return (
    <ul className="grid gap-2">
      {draft?.versions.map(({ number, author, savedAt }) => (
        <li key={number} className="flex flex-wrap gap-x-4 border-line border-b pb-2">
          <b>{t('version', { number })}</b>
          <bdi>{author}</bdi>
          <span className="text-soft">
            <At at={savedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
