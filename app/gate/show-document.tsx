'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { DocumentLinesField } from '../_ui/document-lines-field.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { Tabs } from '../_ui/tabs.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import { TypeDocument, type TypedDocument } from './type-document.tsx';

export type DocumentShown = { readonly mrz: string } | TypedDocument;

type Props = { readonly busy: boolean; readonly onShow: (document: DocumentShown) => void };

/** A travel document, from the reader or by hand. Nothing of it stays on this screen. */
export function ShowDocument({ busy, onShow }: Props) {
  const t = useTranslations('gate.tools');
  return (
    <Panel>
      <Tabs
        label={t('replace')}
        tabs={[
          { id: 'scan', name: t('scan'), panel: <DocumentLines busy={busy} onShow={onShow} /> },
          { id: 'type', name: t('type'), panel: <TypeDocument busy={busy} onShow={onShow} /> },
        ]}
      />
    </Panel>
  );
}

function DocumentLines({ busy, onShow }: Props) {
  const t = useTranslations('gate.tools');
  const [lines, setLines] = useState('');
  useWedge(
    (text) => {
      setLines(text);
      onShow({ mrz: text });
    },
    { lines: 'many', enabled: !busy },
  );
  const show = (): void => onShow({ mrz: lines.trim().replace(/ /g, '<') });
  return (
    <div className="grid gap-4">
      <p className="text-soft">{t('scanNote')}</p>
      <DocumentLinesField label={t('lines')} value={lines} onChange={(text) => setLines(text.toUpperCase())} />
      <div className="flex justify-end">
        <Button look="primary" size="l" isDisabled={lines.trim().length < 20} isPending={busy} onPress={show}>
          {t('find')}
        </Button>
      </div>
    </div>
  );
}
