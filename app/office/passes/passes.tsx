'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonDialog } from '../../_desk/reason-dialog.tsx';
import { SearchField } from '../../_desk/search-field.tsx';
import { usePages } from '../../_desk/use-pages.ts';
import { useSettled } from '../../_desk/use-settled.ts';
import { countriesIn } from '../../_ui/countries.ts';
import { ListPage } from '../list-page.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { PassRow } from '../office-views.ts';
import { shownCode, usePassColumns } from './pass-columns.tsx';

type Body = { readonly rows: readonly PassRow[]; readonly next: string | null };

const PAGE = 50;

export function Passes() {
  const t = useTranslations('office');
  const language = useLocale();
  const mayAct = useMayAct();
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<PassRow | null>(null);
  const question = questionOf(useSettled(search), language);
  const { rows, fault, loading, more, reload } = usePages(
    `office/passes?limit=${PAGE}${question === '' ? '' : `&q=${encodeURIComponent(question)}`}`,
    (body: Body) => body,
  );
  const columns = usePassColumns(mayAct ? setAsked : undefined);
  return (
    <>
      <ListPage
        title={t('pages.passes')}
        note={t('passes.note')}
        filters={<SearchField label={t('passes.find')} value={search} onChange={setSearch} />}
        columns={columns}
        items={rows}
        fault={fault}
        onAgain={reload}
        more={more}
        loading={loading}
      />
      {asked && (
        <ReasonDialog
          title={t('passes.revokeOne', { code: shownCode(asked.code) })}
          note={t('passes.revokeNote')}
          label={t('passes.revoke')}
          path={`passes/${asked.id}/revocations`}
          done={t('done.revoked', { name: shownCode(asked.code) })}
          onClose={() => setAsked(null)}
          onDone={reload}
        />
      )}
    </>
  );
}

/** The market finds passes by the start of a code or by a country's three letters; people also type the country's name. */
function questionOf(search: string, language: string): string {
  const typed = search.trim();
  if (typed.length < 3) return typed;
  const wanted = typed.toLocaleLowerCase();
  const named = countriesIn(language).filter(({ name }) => name.toLocaleLowerCase().startsWith(wanted));
  const exact = named.find(({ name }) => name.toLocaleLowerCase() === wanted) ?? (named.length === 1 ? named[0] : undefined);
  return exact?.id ?? typed;
}
