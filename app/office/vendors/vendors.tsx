'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { At } from '../../_desk/clock.tsx';
import { isFoundIn } from '../../_desk/found-in.ts';
import { RowAct } from '../../_desk/row-acts.tsx';
import { SearchField } from '../../_desk/search-field.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { Button } from '../../_ui/button.tsx';
import { countryName } from '../../_ui/countries.ts';
import type { TableColumn } from '../../_ui/data-table.tsx';
import { ListPage } from '../list-page.tsx';
import { useMayAct } from '../office-frame.tsx';
import type { VendorRow } from '../office-views.ts';
import { StandingAct, StandingBadge, StandingDialog, type Subject } from '../standing.tsx';
import { LicenseVendor } from './license-vendor.tsx';
import { StatementDialog } from './statement-dialog.tsx';

const STALLS_IN_SIGHT = 6;

export function Vendors() {
  const t = useTranslations('office');
  const language = useLocale();
  const mayAct = useMayAct();
  const { body, fault, reload } = useRead<{ readonly vendors: readonly VendorRow[] }>('office/vendors');
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<Subject | null>(null);
  const [licensing, setLicensing] = useState(false);
  const [stated, setStated] = useState<string | null>(null);
  const columns = useVendorColumns(mayAct ? setAsked : undefined, ({ id }) => setStated(id));
  const statedVendor = body?.vendors.find(({ id }) => id === stated);
  const found = body?.vendors.filter(({ name, company, taxId, country, stalls }) =>
    isFoundIn(search, [
      name,
      company,
      taxId,
      country,
      countryName(country, language),
      ...stalls.flatMap((each) => [each.code, each.name]),
    ]),
  );
  return (
    <>
      <ListPage
        title={t('pages.vendors')}
        note={t('vendors.note')}
        acts={
          mayAct && (
            <Button look="primary" onPress={() => setLicensing(true)}>
              {t('vendors.license')}
            </Button>
          )
        }
        filters={<SearchField label={t('vendors.find')} value={search} onChange={setSearch} />}
        columns={columns}
        items={found}
        fault={fault}
        onAgain={reload}
      />
      {asked && <StandingDialog subject={asked} onClose={() => setAsked(null)} onDone={reload} />}
      {statedVendor && <StatementDialog vendor={statedVendor} onClose={() => setStated(null)} onChanged={reload} />}
      {licensing && <LicenseVendor onClose={() => setLicensing(false)} onDone={reload} />}
    </>
  );
}

function useVendorColumns(
  onAsk: ((subject: Subject) => void) | undefined,
  onState: (vendor: VendorRow) => void,
): readonly TableColumn<VendorRow>[] {
  const t = useTranslations('office.vendors');
  const s = useTranslations('office.statement');
  const office = useTranslations('office');
  const desk = useTranslations('desk');
  const language = useLocale();
  const columns: TableColumn<VendorRow>[] = [
    {
      id: 'vendor',
      name: t('vendor'),
      cell: ({ name, company, taxId }) => (
        <span className="grid">
          <b>
            <bdi>{name}</bdi>
          </b>
          <span className="text-s text-soft">
            {company !== name && (
              <>
                <bdi>{company}</bdi> ·{' '}
              </>
            )}
            <bdi dir="ltr">{taxId}</bdi>
          </span>
        </span>
      ),
    },
    {
      id: 'stalls',
      name: t('stalls'),
      cell: ({ stalls }) => (
        <span className="num" title={stalls.map(({ code, name }) => `${code} ${name}`).join('\n')}>
          {stalls.slice(0, STALLS_IN_SIGHT).map(({ code }) => (
            <span key={code} className="me-3 inline-block whitespace-nowrap">
              <bdi dir="ltr">{code}</bdi>
            </span>
          ))}
          {stalls.length > STALLS_IN_SIGHT && <bdi dir="ltr">+{stalls.length - STALLS_IN_SIGHT}</bdi>}
        </span>
      ),
    },
    { id: 'country', name: t('country'), cell: ({ country }) => countryName(country, language) },
    { id: 'licensedAt', name: t('licensedAt'), cell: ({ licensedAt }) => <At at={licensedAt} show="day" /> },
    { id: 'standing', name: office('standing'), cell: ({ suspended }) => <StandingBadge suspended={suspended} /> },
  ];
  const act = (vendor: VendorRow) => {
    const { id, name, suspended } = vendor;
    return (
      <span className="flex justify-end">
        <RowAct label={s('open')} whole={s('openOne', { name })} onPress={() => onState(vendor)} />
        {onAsk && <StandingAct subject={{ path: 'vendors', id, name, suspended }} onAsk={onAsk} />}
      </span>
    );
  };
  return [...columns, { id: 'acts', name: desk('acts'), align: 'end', cell: act }];
}
