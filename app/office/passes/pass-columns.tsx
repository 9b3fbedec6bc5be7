'use client';
import { useLocale, useTranslations } from 'next-intl';
import { displayCode } from '#lib/pass/short-code.ts';
import { At } from '../../_desk/clock.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { countryName } from '../../_ui/countries.ts';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { Badge, type Tone } from '../../_ui/surfaces.tsx';
import type { PassRow } from '../office-views.ts';

const TONES: Readonly<Record<PassRow['state'], Tone>> = {
  issued: 'teal',
  'in-force': 'good',
  presented: 'attention',
  spent: 'plain',
  expired: 'plain',
  revoked: 'refusal',
  replaced: 'plain',
};

export const shownCode = (code: string): string => displayCode(code);

export function usePassColumns(onRevoke: ((pass: PassRow) => void) | undefined): readonly TableColumn<PassRow>[] {
  const t = useTranslations('office.passes');
  const desk = useTranslations('desk');
  const language = useLocale();
  const columns: TableColumn<PassRow>[] = [
    {
      id: 'code',
      name: t('code'),
      cell: ({ code, category }) => (
        <span className="grid whitespace-nowrap">
          <b>
            <bdi dir="ltr">{shownCode(code)}</bdi>
          </b>
          <span className="text-s text-soft">
            {t.has(`categories.${category as 'visitor'}`) ? t(`categories.${category as 'visitor'}`) : category}
          </span>
        </span>
      ),
    },
    { id: 'nationality', name: t('nationality'), cell: ({ nationality }) => countryName(nationality, language) },
    { id: 'gate', name: t('gate'), cell: ({ gate }) => <bdi dir="ltr">{gate}</bdi> },
    { id: 'issuedAt', name: t('issuedAt'), cell: ({ issuedAt }) => <At at={issuedAt} /> },
    { id: 'validUntil', name: t('validUntil'), cell: ({ validUntil }) => <At at={validUntil} show="day" /> },
    {
      id: 'state',
      name: t('state'),
      cell: ({ state, revoked }) => (
        <span className="grid justify-items-start gap-0.5">
          <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
          {revoked !== null && <span className="max-w-56 text-s text-soft">{revoked}</span>}
        </span>
      ),
    },
  ];
  if (onRevoke === undefined) return columns;
  const cell = (pass: PassRow) =>
    ['issued', 'in-force', 'presented'].includes(pass.state) && (
      <RowAct danger label={t('revoke')} whole={t('revokeOne', { code: shownCode(pass.code) })} onPress={() => onRevoke(pass)} />
    );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell }];
}
