'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { PAPERS, type PaperMm } from '#lib/printer/bitmap.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { Badge } from '../_ui/surfaces.tsx';
import { ChipRow } from './chip-row.tsx';
import { BAUDS, BY, type PrinterChoice } from './printer-choice.ts';
import { usePrinter } from './printer-context.tsx';
import { askForSerial, hasSerial } from './serial-printer.ts';
import { useStall } from './stall-context.tsx';
import { askForUsb, hasUsb } from './usb-printer.ts';

/** How this tablet prints, and what its printer says of itself. Kept on the tablet. */
export function PrinterDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('till.printer');
  const { choice, choose, look } = usePrinter();
  const { till } = useStall();
  useEffect(() => void look(), [look]);
  const isSilent = choice.by !== 'browser';
  const isNowhere = (choice.by === 'network' ? till.printer : choice.by === 'usb' ? choice.usb : choice.serial) == null;
  return (
    <Dialog title={t('title')} isOpen wide onClose={onClose}>
      <div className="grid gap-5 pb-4">
        <Setting label={t('by.label')}>
          <ChipRow
            label={t('by.label')}
            value={choice.by}
            wraps
            onChange={(by) => choose({ ...choice, by: by as PrinterChoice['by'] })}
            chips={BY.map((id) => ({ id, name: t(`by.${id}`) }))}
          />
        </Setting>
        <p className="text-soft">{t(`notes.${choice.by}`)}</p>
        {isSilent && <Wire />}
        {isSilent && !isNowhere && <State />}
        {isSilent && (
          <div className="grid gap-5 sm:grid-cols-2">
            <Setting label={t('paper')}>
              <ChipRow
                label={t('paper')}
                value={String(choice.paperMm)}
                onChange={(mm) => choose({ ...choice, paperMm: Number(mm) as PaperMm })}
                chips={Object.keys(PAPERS)
                  .toReversed()
                  .map((mm) => ({ id: mm, name: t('mm', { mm }) }))}
              />
            </Setting>
            <Setting label={t('when.label')}>
              <ChipRow
                label={t('when.label')}
                value={choice.isAutomatic ? 'always' : 'asked'}
                onChange={(when) => choose({ ...choice, isAutomatic: when === 'always' })}
                chips={(['always', 'asked'] as const).map((id) => ({ id, name: t(`when.${id}`) }))}
              />
            </Setting>
          </div>
        )}
        {isSilent && <p className="text-soft">{t('drawer')}</p>}
      </div>
    </Dialog>
  );
}

function Setting({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <p className="font-semibold">{label}</p>
      {children}
    </div>
  );
}

/** Which printer it is: the browser's own list for a wire, the office's word for the network. */
function Wire() {
  const t = useTranslations('till.printer');
  const { choice, choose } = usePrinter();
  const { till } = useStall();
  const [isRefused, setRefused] = useState(false);
  if (choice.by === 'network')
    return (
      <p>
        {till.printer == null ? (
          <span className="text-saffron-ink">{t('noAddress')}</span>
        ) : (
          <>
            {t('address')} <bdi dir="ltr">{till.printer}</bdi>
          </>
        )}
      </p>
    );
  const isUsb = choice.by === 'usb';
  if (!(isUsb ? hasUsb() : hasSerial())) return <p className="text-saffron-ink">{t('notHere')}</p>;
  const ask = async (): Promise<void> => {
    setRefused(false);
    try {
      choose(isUsb ? { ...choice, usb: await askForUsb() } : { ...choice, serial: await askForSerial() });
    } catch {
      setRefused(true);
    }
  };
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-4">
        <Button look="primary" onPress={() => void ask()}>
          {(isUsb ? choice.usb : choice.serial) === undefined ? t('choose') : t('another')}
        </Button>
        {isRefused && <p role="status">{t('noneChosen')}</p>}
      </div>
      {!isUsb && (
        <Setting label={t('baud')}>
          <ChipRow
            label={t('baud')}
            value={String(choice.baud)}
            wraps
            onChange={(baud) => choose({ ...choice, baud: Number(baud) })}
            chips={BAUDS.map((baud) => ({ id: String(baud), name: <bdi dir="ltr">{baud}</bdi> }))}
          />
        </Setting>
      )}
    </div>
  );
}

function State() {
  const t = useTranslations('till.printer');
  const { state, look } = usePrinter();
  const tone = state === null ? 'plain' : state === 'ready' ? 'good' : 'attention';
  return (
    <div className="flex flex-wrap items-center gap-4">
      <p role="status">
        <Badge tone={tone} wraps>
          {state === null ? t('asking') : t(`states.${state}`)}
        </Badge>
      </p>
      <Button onPress={() => void look()}>{t('look')}</Button>
    </div>
  );
}
