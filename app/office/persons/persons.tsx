'use client';
import { useTranslations } from 'next-intl';
import { PageHeader } from '../../_ui/surfaces.tsx';
import { Tabs } from '../../_ui/tabs.tsx';
import { useMayAct } from '../office-frame.tsx';
import { ErasePerson } from './erase-person.tsx';
import { Links } from './links.tsx';

/** Who is who: travellers who may be one, and persons who ask to be forgotten. */
export function Persons() {
  const t = useTranslations('persons');
  const mayAct = useMayAct();
  const links = { id: 'links', name: t('links.tab'), panel: <Links /> };
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <Tabs label={t('title')} tabs={mayAct ? [links, { id: 'erase', name: t('erase.tab'), panel: <ErasePerson /> }] : [links]} />
    </>
  );
}
