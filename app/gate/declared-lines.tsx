'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { DataTable, type TableColumn } from '../_ui/data-table.tsx';
import { MeasureText, MoneyText } from '../_ui/figures.tsx';
import { nameIn } from '../_ui/names.ts';
import { Badge } from '../_ui/surfaces.tsx';
import { AddLineDialog } from './add-line-dialog.tsx';
import type { DeclaredView, ExitView, GateMarket } from './gate-views.ts';
import { ResolveDialog } from './resolve-dialog.tsx';

type Props = { readonly exit: ExitView; readonly market: GateMarket; readonly onExit: (exit: ExitView) => void };

/** Every line that has to be accounted for, the red ones first; each can be decided while the case is open. */
export function DeclaredLines({ exit, market, onExit }: Props) {
  const t = useTranslations('gate.lines');
  const language = useLocale();
  const [deciding, setDeciding] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const isOpen = exit.state === 'presented';
  const lines = [...exit.declared].sort((a, b) => Number(b.forbidden) - Number(a.forbidden));
  const nameOf = (line: DeclaredView): string => nameIn(line.names, language, line.category);
  const stallOf = (id: string | null): string => market.stalls.find((stall) => stall.id === id || stall.code === id)?.code ?? '';

  const columns: readonly TableColumn<DeclaredView>[] = [
    {
      id: 'goods',
      name: t('goods'),
      cell: (line) => (
        <span className="grid justify-items-start gap-1">
          <span className="font-semibold leading-tight">{nameOf(line)}</span>
          {line.forbidden && <Badge tone="refusal">{t('forbidden')}</Badge>}
        </span>
      ),
    },
    {
      id: 'from',
      name: t('from'),
      cell: (line) => (
        <span className="grid leading-tight">
          <span>{t(`sources.${line.source}`)}</span>
          {line.stall !== null && (
            <span className="whitespace-nowrap text-s text-soft">{t('stall', { code: stallOf(line.stall) })}</span>
          )}
        </span>
      ),
    },
    { id: 'quantity', name: t('quantity'), align: 'end', cell: (line) => <bdi dir="ltr">{line.quantity}</bdi> },
    {
      id: 'value',
      name: t('value'),
      align: 'end',
      cell: (line) => (
        <span className="whitespace-nowrap">
          <MoneyText amount={line.value} />
        </span>
      ),
    },
    {
      id: 'weight',
      name: t('weight'),
      align: 'end',
      cell: (line) => (
        <span className="whitespace-nowrap">
          <MeasureText value={line.weightG} unit="g" />
        </span>
      ),
    },
    {
      id: 'fate',
      name: t('fate'),
      cell: (line) => <span className="leading-tight">{t(`fates.${line.fate}`)}</span>,
    },
    ...(isOpen
      ? [
          {
            id: 'act',
            name: t('act'),
            cell: (line: DeclaredView) => (
              <Button
                look={line.forbidden ? 'danger' : 'secondary'}
                className="px-3"
                aria-label={t('resolveOne', { name: nameOf(line) })}
                onPress={() => setDeciding(line.id)}
              >
                {t('resolve')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  const line = exit.declared.find(({ id }) => id === deciding);
  return (
    <section className="grid gap-3">
      <div className="flex items-center justify-between gap-4">
        <h2 className="font-bold text-l">{t('title')}</h2>
        {isOpen && <Button onPress={() => setIsAdding(true)}>{t('add')}</Button>}
      </div>
      <DataTable dense label={t('title')} columns={columns} items={lines} empty={t('none')} />
      {line && <ResolveDialog exit={exit} line={line} onExit={onExit} onClose={() => setDeciding(null)} />}
      {isAdding && <AddLineDialog exit={exit} market={market} onExit={onExit} onClose={() => setIsAdding(false)} />}
    </section>
  );
}
