'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { At } from '../../_desk/clock.tsx';
import { CopyText } from '../../_desk/copy-text.tsx';
import { SearchField } from '../../_desk/search-field.tsx';
import { usePages } from '../../_desk/use-pages.ts';
import { useSettled } from '../../_desk/use-settled.ts';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { SelectField } from '../../_ui/fields.tsx';
import { ListPage } from '../list-page.tsx';
import type { AuditRow } from '../office-views.ts';
import { AuditFacts } from './audit-facts.tsx';
import { AUDIT_KINDS, useAuditWords } from './audit-words.ts';

type Body = { readonly rows: readonly AuditRow[]; readonly next: string | null };

const PAGE = 50;

export function Audit() {
  const t = useTranslations('office');
  const desk = useTranslations('desk');
  const [kind, setKind] = useState('all');
  const [search, setSearch] = useState('');
  const settled = useSettled(search).trim();
  const { kindName } = useAuditWords();
  // The trail is asked one question at a time: the kind of an act, or who did it and to what.
  const question = kind === 'all' ? settled : kind;
  const { rows, fault, loading, more, reload } = usePages(
    `office/audit?limit=${PAGE}${question === '' ? '' : `&q=${encodeURIComponent(question)}`}`,
    (body: Body) => body,
  );
  const columns = useAuditColumns();
  const kinds = [{ id: 'all', name: desk('all') }, ...AUDIT_KINDS.map((id) => ({ id, name: kindName(id) }))];
  return (
    <ListPage
      title={t('pages.audit')}
      note={t('audit.note')}
      filters={
        <>
          <div className="w-72">
            <SelectField
              label={t('audit.kind')}
              choices={kinds}
              value={kind}
              onChange={(id) => {
                setKind(id);
                setSearch('');
              }}
              placeholder={desk('all')}
            />
          </div>
          <SearchField
            label={t('audit.find')}
            value={search}
            onChange={(typed) => {
              setSearch(typed);
              setKind('all');
            }}
          />
        </>
      }
      columns={columns}
      items={rows}
      fault={fault}
      onAgain={reload}
      more={more}
      loading={loading}
    />
  );
}

function useAuditColumns(): readonly TableColumn<AuditRow>[] {
  const t = useTranslations('office.audit');
  const { kindName, actorName } = useAuditWords();
  return [
    {
      id: 'at',
      name: t('at'),
      cell: ({ recordedAt }) => (
        <span className="whitespace-nowrap">
          <At at={recordedAt} />
        </span>
      ),
    },
    { id: 'what', name: t('what'), isRowHeader: true, cell: ({ kind }) => <b>{kindName(kind)}</b> },
    {
      id: 'who',
      name: t('who'),
      cell: ({ actor, operator }) => (
        <span className="grid">
          <span>{actorName(actor)}</span>
          {operator !== null && (
            <span className="text-s text-soft">
              <bdi>{operator}</bdi>
            </span>
          )}
        </span>
      ),
    },
    { id: 'facts', name: t('facts'), cell: ({ facts }) => <AuditFacts facts={facts} /> },
    {
      id: 'subject',
      name: t('subject'),
      cell: ({ subject }) => <CopyText from="end" text={subject} label={t('copySubject', { id: subject.slice(-8) })} />,
    },
    {
      id: 'hash',
      name: t('hash'),
      cell: ({ hash }) => <CopyText text={hash} label={t('copyHash', { hash: hash.slice(0, 8) })} />,
    },
  ];
}
