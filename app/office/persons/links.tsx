'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { LinkedTraveller, LinkState, LinkView } from '#lib/traveller/link-view.ts';
import { At, useClock } from '../../_desk/clock.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { RowAct } from '../../_desk/row-acts.tsx';
import { useAct } from '../../_desk/use-act.ts';
import { usePages } from '../../_desk/use-pages.ts';
import { LinkDialog, type LinkOutcome } from '../../_persons/link-dialog.tsx';
import { useDocumentNames } from '../../_persons/linked-pair.tsx';
import { Button } from '../../_ui/button.tsx';
import { countryName } from '../../_ui/countries.ts';
import { DataTable, type TableColumn } from '../../_ui/data-table.tsx';
import { SelectField } from '../../_ui/fields.tsx';
import { Refusal } from '../../_ui/refusal.tsx';
import { EmptyState } from '../../_ui/surfaces.tsx';
import { useToast } from '../../_ui/toast.tsx';
import { useMayAct } from '../office-frame.tsx';

type Body = { readonly rows: readonly LinkView[]; readonly next: string | null };

const STATES: readonly LinkState[] = ['proposed', 'linked', 'separated'];

/** Travellers who may be one, those still to be decided first. */
export function Links() {
  const t = useTranslations('persons.links');
  const words = useTranslations('persons.link');
  const desk = useTranslations('desk');
  const common = useTranslations('everywhere');
  const { offsetMinutes } = useClock();
  const mayDecide = useMayAct();
  const act = useAct();
  const say = useToast();
  const [state, setState] = useState<LinkState>('proposed');
  const [open, setOpen] = useState<LinkView | null>(null);
  const { rows, fault, loading, more, reload } = usePages(`links?state=${state}`, (body: Body) => body);
  const columns = useLinkColumns((link) => {
    act.clear();
    setOpen(link);
  });

  const decide = async (outcome: LinkOutcome, reason: string): Promise<void> => {
    const fields = { outcome, reason };
    const done = await act.run(`links/${open?.id ?? ''}/decisions`, fields, (id) => ({ id, ...fields }));
    if (done === undefined) return;
    say({ text: words(`done.${outcome}`), tone: 'good' });
    setOpen(null);
    reload();
  };
  return (
    <div className="grid gap-4">
      <div className="w-72">
        <SelectField
          label={t('state')}
          choices={STATES.map((id) => ({ id, name: t(`states.${id}`) }))}
          value={state}
          onChange={(id) => setState(id as LinkState)}
          placeholder={desk('choose')}
        />
      </div>
      {fault !== null && <FaultNote status={fault} onAgain={reload} />}
      {rows === undefined ? (
        fault === null && <p role="status">{common('loading')}</p>
      ) : (
        <DataTable
          dense
          label={t('tab')}
          columns={columns}
          items={rows}
          empty={<EmptyState title={t('none')}>{t('noneNote')}</EmptyState>}
        />
      )}
      {more && (
        <Button onPress={more} isPending={loading} className="justify-self-center">
          {desk('more')}
        </Button>
      )}
      {open && (
        <LinkDialog
          link={open}
          mayDecide={mayDecide}
          offsetMinutes={offsetMinutes}
          busy={act.sending}
          trouble={
            <>
              {act.refusals.length > 0 && <Refusal refusals={act.refusals} />}
              {act.fault !== null && <FaultNote status={act.fault} />}
            </>
          }
          onDecide={(outcome, reason) => void decide(outcome, reason)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

function useLinkColumns(onOpen: (link: LinkView) => void): readonly TableColumn<LinkView>[] {
  const t = useTranslations('persons.links');
  const desk = useTranslations('desk');
  return [
    {
      id: 'travellers',
      name: t('travellers'),
      cell: ({ earlier, later }) => (
        <span className="grid gap-1 py-1">
          <OneLine {...earlier} />
          <OneLine {...later} />
        </span>
      ),
    },
    { id: 'proposedAt', name: t('proposedAt'), cell: ({ proposedAt }) => <At at={proposedAt} /> },
    {
      id: 'decided',
      name: t('decided'),
      cell: ({ decision }) =>
        decision && (
          <span className="grid">
            <At at={decision.decidedAt} />
            <span className="text-s text-soft">
              <bdi>{decision.decidedBy}</bdi>
            </span>
          </span>
        ),
    },
    {
      id: 'acts',
      name: desk('acts'),
      align: 'end',
      cell: (link) => (
        <RowAct
          label={t('compare')}
          whole={t('compareOne', { earlier: link.earlier.initials, later: link.later.initials })}
          onPress={() => onOpen(link)}
        />
      ),
    },
  ];
}

/** A. B., Kazakhstan, 35 years old · Passport */
function OneLine({ initials, nationality, ageYears, documents }: LinkedTraveller) {
  const t = useTranslations('persons.link');
  const language = useLocale();
  const typeName = useDocumentNames();
  const kinds = [...new Set(documents.map(({ type }) => typeName(type)))].join(' · ');
  return (
    <span>
      <b>{initials === '' ? t('noInitials') : <bdi dir="ltr">{initials}</bdi>}</b> {countryName(nationality, language)} ·{' '}
      {ageYears === null ? t('ageUnknown') : t('age', { age: ageYears })} <span className="text-soft">· {kinds}</span>
    </span>
  );
}
