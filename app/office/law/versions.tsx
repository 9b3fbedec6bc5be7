'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSideName } from '../../_desk/clock.tsx';
import { CopyText } from '../../_desk/copy-text.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { DataTable, type TableColumn } from '../../_ui/data-table.tsx';
import { SelectField } from '../../_ui/fields.tsx';
import { dateWords } from '../../_ui/figures.tsx';
import { Badge, Panel } from '../../_ui/surfaces.tsx';
import type { DraftRow, LawNow, PackRow } from './law-views.ts';
import { PackComparison } from './pack-comparison.tsx';

/** Every pack there was, and what one says otherwise than another. */
export function Versions({ law }: { readonly law: LawNow }) {
  const t = useTranslations('lawRoom');
  const desk = useTranslations('desk');
  const { body, fault, reload } = useRead<{ readonly packs: readonly PackRow[] }>('law/packs');
  const drafts = useRead<{ readonly drafts: readonly DraftRow[] }>('law/drafts').body?.drafts ?? [];
  const [before, setBefore] = useState(law.hash);
  const [after, setAfter] = useState<string | null>(null);
  const columns = useVersionColumns(law);
  const packs = body?.packs ?? [];
  const choices = [
    ...packs.map(({ hash, version }) => ({ id: hash, name: t('pack', { version }) })),
    ...drafts.map(({ id, title }) => ({ id, name: t('versions.draft', { title }) })),
  ];
  return (
    <div className="grid gap-6">
      <p className="text-soft">{t('versions.note')}</p>
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {body && (
        <DataTable
          dense
          label={t('tabs.versions')}
          columns={columns}
          items={packs.map((row) => ({ ...row, id: row.hash }))}
          empty={null}
        />
      )}
      <Panel title={t('versions.compare')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('versions.before')}
            choices={choices}
            value={before}
            onChange={setBefore}
            placeholder={desk('choose')}
          />
          <SelectField
            label={t('versions.after')}
            choices={choices}
            value={after}
            onChange={setAfter}
            placeholder={desk('choose')}
          />
        </div>
        {after !== null && <PackComparison from={before} to={after} />}
      </Panel>
    </div>
  );
}

function useVersionColumns(law: LawNow): readonly TableColumn<PackRow & { readonly id: string }>[] {
  const t = useTranslations('lawRoom.versions');
  const language = useLocale();
  const sideName = useSideName();
  const today =
    law.sides
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? '';
  const stateOf = ({ withdrawn, inForceOn, effectiveFrom }: PackRow) => {
    if (withdrawn !== null) return <Badge>{t('withdrawn')}</Badge>;
    if (inForceOn.length > 0) return <Badge tone="good">{t('inForce', { sides: inForceOn.map(sideName).join(', ') })}</Badge>;
    return effectiveFrom > today ? <Badge tone="teal">{t('ahead')}</Badge> : <Badge>{t('past')}</Badge>;
  };
  return [
    { id: 'version', name: t('version'), cell: ({ version }) => <b className="num">{version}</b> },
    {
      id: 'from',
      name: t('from'),
      cell: ({ effectiveFrom, motion }) =>
        motion === null ? t('opened') : dateWords({ at: effectiveFrom, show: 'day' }, language),
    },
    { id: 'signed', name: t('signed'), cell: ({ signers }) => <bdi>{signers.join(', ')}</bdi> },
    { id: 'state', name: t('state'), cell: stateOf },
    { id: 'hash', name: t('hash'), cell: ({ hash }) => <CopyText text={hash} label={`${t('hash')} ${hash.slice(0, 8)}`} /> },
  ];
}
