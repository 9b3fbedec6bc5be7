'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { At } from '../../_desk/clock.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { FormDialog } from '../../_desk/form-dialog.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { DataTable, type TableColumn } from '../../_ui/data-table.tsx';
import { TextField } from '../../_ui/fields.tsx';
import { EmptyState } from '../../_ui/surfaces.tsx';
import { useToast } from '../../_ui/toast.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { DraftRow } from './law-views.ts';

export const draftPath = (id: string): string => `/office/law/drafts/${id}`;

/** Laws that somebody is writing. */
export function Drafts() {
  const t = useTranslations('lawRoom.drafts');
  const mayAct = useMayAct();
  const router = useRouter();
  const { body, fault, reload } = useRead<{ readonly drafts: readonly DraftRow[] }>('law/drafts');
  const [starting, setStarting] = useState(false);
  const columns: readonly TableColumn<DraftRow>[] = [
    {
      id: 'title',
      name: t('titleOf'),
      cell: ({ title }) => (
        <b className="text-teal">
          <bdi>{title}</bdi>
        </b>
      ),
    },
    { id: 'number', name: t('history'), cell: ({ version }) => t('version', { number: version }) },
    { id: 'author', name: t('by'), cell: ({ author }) => <bdi>{author}</bdi> },
    { id: 'at', name: t('at'), cell: ({ savedAt }) => <At at={savedAt} /> },
  ];
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-soft">{t('note')}</p>
        {mayAct && (
          <Button look="primary" onPress={() => setStarting(true)}>
            {t('start')}
          </Button>
        )}
      </div>
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {body && (
        <DataTable
          dense
          label={t('start')}
          columns={columns}
          items={body.drafts}
          onOpen={(id) => router.push(draftPath(id))}
          empty={<EmptyState title={t('none')}>{t('noneNote')}</EmptyState>}
        />
      )}
      {starting && <StartDraft onClose={() => setStarting(false)} />}
    </div>
  );
}

function StartDraft({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('lawRoom.drafts');
  const desk = useTranslations('desk');
  const router = useRouter();
  const act = useAct();
  const say = useToast();
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = title.trim().length < 3;

  async function submit(): Promise<void> {
    setTried(true);
    if (tooShort) return;
    const fields = { title: title.trim() };
    const started = await act.run<{ draft: { id: string } }>('law/drafts', fields, (id) => ({ id, ...fields }));
    if (started === undefined) return;
    say({ text: t('started'), tone: 'good' });
    router.push(draftPath(started.draft.id));
  }

  return (
    <FormDialog title={t('start')} label={t('start')} act={act} onClose={onClose} onSubmit={() => void submit()}>
      <TextField
        label={t('titleOf')}
        hint={t('titleHint')}
        value={title}
        onChange={setTitle}
        maxLength={120}
        autoFocus
        error={tried && tooShort ? desk('missing') : undefined}
      />
    </FormDialog>
  );
}
