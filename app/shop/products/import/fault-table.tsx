'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { CatalogueFault } from '#lib/catalogue/catalogue-row.ts';
import type { CheckedCatalogue } from '#lib/catalogue/checked-catalogue.ts';
import { languageOf } from '#lib/words/languages.ts';
import { fileOf, saveFile } from '../../../_desk/table-file.ts';
import { Button } from '../../../_ui/button.tsx';
import { DataTable, type TableColumn } from '../../../_ui/data-table.tsx';

type Row = CatalogueFault & { readonly id: string };

/** Every fault, by the line and the heading that the spreadsheet shows, with what to write instead. */
export function FaultTable({ checked }: { readonly checked: CheckedCatalogue }) {
  const t = useTranslations('shop.catalogue.faults');
  const language = useLocale();
  const columns = useFaultColumns();
  const mend = useMending();
  const rows = checked.faults.map((fault, at) => ({ ...fault, id: String(at) }));
  const save = async (): Promise<void> => {
    const table = {
      name: 'faults',
      columns: [
        { head: t('line'), kind: 'number' as const },
        ...[t('column'), t('found'), t('mend')].map((head) => ({ head, kind: 'text' as const })),
      ],
      rows: rows.map((row) => [String(row.line), row.column, row.found, mend(row).replace(/[\u2066-\u2069]/g, '')]),
    };
    saveFile(await fileOf(table, 'xlsx', languageOf(language).dir === 'rtl'), 'faults.xlsx');
  };
  return (
    <section aria-label={t('title', { count: checked.faultCount })} className="grid gap-3">
      <div
        role="alert"
        className="flex flex-wrap items-center justify-between gap-3 rounded-box border-2 border-red bg-red-tint p-4"
      >
        <div>
          <h2 className="font-bold text-l leading-tight">{t('title', { count: checked.faultCount })}</h2>
          <p>
            {t('note')} {checked.faultCount > rows.length && t('more', { count: rows.length })}
          </p>
        </div>
        <Button onPress={() => void save()}>{t('save')}</Button>
      </div>
      <DataTable dense label={t('title', { count: checked.faultCount })} columns={columns} items={rows} empty="" />
    </section>
  );
}

function useFaultColumns(): readonly TableColumn<Row>[] {
  const t = useTranslations('shop.catalogue.faults');
  const mend = useMending();
  return [
    { id: 'line', name: t('line'), cell: ({ line }) => <b className="num">{line}</b> },
    {
      id: 'column',
      name: t('column'),
      cell: ({ column }) => (column === '' ? <span className="text-soft">{t('whole')}</span> : <bdi>{column}</bdi>),
    },
    {
      id: 'found',
      name: t('found'),
      cell: ({ found }) => (found === '' ? '' : <bdi className="inline-block max-w-60 break-words">{found}</bdi>),
    },
    { id: 'mend', name: t('mend'), cell: (fault) => <span className="inline-block min-w-56">{mend(fault)}</span> },
  ];
}

/** What to write, with the few words that may stand there; each keeps its own direction. */
function useMending(): (fault: CatalogueFault) => string {
  const t = useTranslations('shop.catalogue.kinds');
  return ({ kind, near, found }) =>
    t(kind, {
      near: near.map((word) => `\u2068${word}\u2069`).join(' · '),
      found: `\u2068${found}\u2069`,
      hasNear: near.length > 0 ? 'yes' : 'no',
    });
}
