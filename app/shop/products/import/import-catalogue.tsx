'use client';
import { Upload } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { DropZone, FileTrigger } from 'react-aria-components';
import { FaultNote } from '../../../_desk/fault-note.tsx';
import { fileOf, saveFile } from '../../../_desk/table-file.ts';
import { useAct } from '../../../_desk/use-act.ts';
import { useLive } from '../../../_desk/use-live.ts';
import { useRead } from '../../../_desk/use-read.ts';
import { Button } from '../../../_ui/button.tsx';
import { Refusal } from '../../../_ui/refusal.tsx';
import { PageHeader } from '../../../_ui/surfaces.tsx';
import { catalogueTable } from '../catalogue-table.ts';
import { ChosenFileNote } from './chosen-file-note.tsx';
import { FaultTable } from './fault-table.tsx';
import { ImportProgress, type ImportView } from './import-progress.tsx';
import { PlanTable } from './plan-table.tsx';
import { asked, useCatalogueFile } from './use-catalogue-file.ts';

/** A file of goods: chosen, checked, looked at, taken in. */
export function ImportCatalogue() {
  const t = useTranslations('shop.catalogue');
  const language = useLocale();
  const { file, tooLarge, unreadable, checked, fault, choose, readAs, again, clear } = useCatalogueFile();
  const imports = useRead<{ readonly imports: readonly ImportView[] }>('shop/catalogue-imports');
  const act = useAct();
  useLive('shop', imports.reload);

  async function takeIn(): Promise<void> {
    if (file === null) return;
    const fields = asked(file);
    if ((await act.run('shop/catalogue-imports', fields, (id) => ({ id, ...fields }))) === undefined) return;
    clear();
    imports.reload();
  }
  const saveTemplate = async () => saveFile(await fileOf(catalogueTable([], language), 'csv'), 'catalogue.csv');
  const taken = (chosen: (Blob & { readonly name: string }) | undefined): void => {
    act.clear();
    if (chosen !== undefined) void choose(chosen);
  };

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        acts={<Button onPress={() => void saveTemplate()}>{t('template')}</Button>}
      />
      <ImportProgress last={imports.body?.imports[0]} />
      <DropZone
        aria-label={t('drop')}
        onDrop={async ({ items }) => {
          const dropped = items.find((item) => item.kind === 'file');
          taken(dropped === undefined ? undefined : await dropped.getFile());
        }}
        className="grid justify-items-center gap-3 rounded-box border-2 border-edge border-dashed bg-surface p-6 drop-target:border-teal drop-target:bg-teal-tint"
      >
        <Upload aria-hidden size="2rem" className="text-soft" />
        <p className="max-md:hidden">{t('drop')}</p>
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.tsv', '.xlsx', 'text/csv', 'text/plain']}
          onSelect={(files) => taken(files?.[0])}
        >
          <Button look={file === null ? 'primary' : 'secondary'}>{t(file === null ? 'choose' : 'another')}</Button>
        </FileTrigger>
      </DropZone>
      {tooLarge && <p role="alert">{t('tooLarge')}</p>}
      {unreadable && <p role="alert">{t('unreadable')}</p>}
      {file !== null && <ChosenFileNote file={file} onReadAs={readAs} />}
      {fault !== null && <FaultNote status={fault} onAgain={again} />}
      {file !== null && checked === null && fault === null && (
        <p role="status" className="py-8 text-center text-soft">
          {t('checking')}
        </p>
      )}
      {act.refusals.length > 0 && <Refusal refusals={act.refusals} />}
      {act.fault !== null && <FaultNote status={act.fault} onAgain={() => void takeIn()} />}
      {checked !== null && checked.faultCount > 0 && <FaultTable checked={checked} />}
      {checked !== null && checked.faultCount === 0 && (
        <PlanTable checked={checked} sending={act.sending} onTakeIn={() => void takeIn()} />
      )}
    </>
  );
}
