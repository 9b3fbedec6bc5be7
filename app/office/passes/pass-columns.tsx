'use client';
import { useLocale, useTranslations } from 'next-intl';
import { displayCode } from '#lib/pass/short-code.ts';
import { At } from '../../_desk/clock.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { countryName } from '../../_ui/countries.ts';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { Badge, type Tone } from '../../_ui/surfaces.tsx';
import type { PassRow } from '../office-views.ts';

type State = 'issued' | 'in-force' | 'presented' | 'spent' | 'expired' | 'revoked';

const TONES: Readonly<Record<State, Tone>> = {
  issued: 'teal',
  'in-force': 'good',
  presented: 'attention',
  spent: 'plain',
  expired: 'plain',
  revoked: 'refusal',
};

export const shownCode = (code: string): string => displayCode(code);

/** What the list can tell of a pass; the pass itself knows more. */
function stateOf({ revoked, visit, validUntil }: PassRow, nowMs: number): State {
  if (revoked !== null) return 'revoked';
  if (visit === 'open') return 'in-force';
  if (visit === 'presented') return 'presented';
  if (visit !== null) return 'spent';
  return Date.parse(validUntil) <= nowMs ? 'expired' : 'issued';
}

export function usePassColumns(nowMs: number, onRevoke: ((pass: PassRow) => void) | undefined): readonly TableColumn<PassRow>[] {
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
      cell: (pass) => {
        const state = stateOf(pass, nowMs);
        return (
          <span className="grid justify-items-start gap-0.5">
            <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>
            {pass.revoked !== null && <span className="max-w-56 text-s text-soft">{pass.revoked}</span>}
          </span>
        );
      },
    },
  ];
  if (onRevoke === undefined) return columns;
  const cell = (pass: PassRow) =>
    ['issued', 'in-force', 'presented'].includes(stateOf(pass, nowMs)) && (
      <RowAct danger label={t('revoke')} whole={t('revokeOne', { code: shownCode(pass.code) })} onPress={() => onRevoke(pass)} />
    );
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell }];
}
