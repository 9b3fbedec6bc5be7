'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { CheckedCatalogue, PlannedView } from '#lib/catalogue/checked-catalogue.ts';
import { useNumber } from '../../../_desk/number-text.tsx';
import { Button } from '../../../_ui/button.tsx';
import { DataTable, type TableColumn } from '../../../_ui/data-table.tsx';
import { MoneyText, moneyWords } from '../../../_ui/figures.tsx';
import { nameIn } from '../../../_ui/names.ts';
import { Badge, EmptyState } from '../../../_ui/surfaces.tsx';

type Row = PlannedView & { readonly id: string };
type Props = { readonly checked: CheckedCatalogue; readonly sending: boolean; readonly onTakeIn: () => void };

/** What the file would do: how many goods are new, change or stay, each with its old and its new price; and the one act. */
export function PlanTable({ checked, sending, onTakeIn }: Props) {
  const t = useTranslations('shop.catalogue');
  const number = useNumber();
  const columns = usePlanColumns();
  const total = checked.added + checked.changed;
  const rows = checked.planned.map((each) => ({ ...each, id: String(each.line) }));
  const figures = { new: checked.added, changed: checked.changed, unchanged: checked.unchanged };
  return (
    <section aria-label={t('title')} className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-4 rounded-box border border-line bg-surface p-5">
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          {Object.entries(figures).map(([name, count]) => (
            <div key={name}>
              <dt className="text-s text-soft">{t(`summary.${name as 'new'}`)}</dt>
              <dd className="num font-bold text-xl leading-tight">{number(count)}</dd>
            </div>
          ))}
        </dl>
        {total > 0 && (
          <Button look="primary" isPending={sending} onPress={onTakeIn}>
            {t('act', { count: total })}
          </Button>
        )}
      </div>
      {checked.namesLent > 0 && <p>{t('summary.namesLent', { count: checked.namesLent })}</p>}
      {checked.stockLeft > 0 && <p>{t('summary.stockLeft', { count: checked.stockLeft })}</p>}
      {total === 0 ? (
        <EmptyState title={t('summary.nothing')} />
      ) : (
        <DataTable dense label={t('title')} columns={columns} items={rows} empty="" />
      )}
      {total > rows.length && <p className="text-soft">{t('summary.more', { count: rows.length })}</p>}
    </section>
  );
}

function usePlanColumns(): readonly TableColumn<Row>[] {
  const t = useTranslations('shop.catalogue');
  const language = useLocale();
  return [
    { id: 'line', name: t('faults.line'), cell: ({ line }) => <span className="num">{line}</span> },
    {
      id: 'goods',
      name: t('summary.goods'),
      isRowHeader: true,
      cell: ({ names, gtin, stall }) => (
        <span className="grid">
          <b className="leading-tight">
            <bdi>{nameIn(names, language)}</bdi>
          </b>
          <bdi dir="ltr" className="justify-self-start text-s text-soft">
            {stall} · {gtin}
          </bdi>
        </span>
      ),
    },
    {
      id: 'what',
      name: t('summary.what'),
      cell: ({ is, fields }) =>
        is === 'new' ? (
          <Badge tone="good">{t('summary.new')}</Badge>
        ) : (
          fields.map((field) => t(`fields.${field as 'names'}`)).join(language === 'ur' ? '، ' : ', ')
        ),
    },
    {
      id: 'price',
      name: t('summary.price'),
      align: 'end',
      cell: ({ price, priceBefore }) => (
        <span className="grid justify-items-end whitespace-nowrap">
          <b>
            <MoneyText amount={price} />
          </b>
          {priceBefore && (
            <span className="text-s text-soft">{t('summary.from', { price: moneyWords(priceBefore, language) })}</span>
          )}
        </span>
      ),
    },
  ];
}
