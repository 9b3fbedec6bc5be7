'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Button } from '../_ui/button.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { type DocumentScan, scanOf } from './draft.ts';
import { Ask } from './kiosk-frame.tsx';
import { LatinKeys } from './latin-keys.tsx';

type Props = {
  readonly today: string;
  readonly failedScans: number;
  readonly onScan: (scan: DocumentScan) => void;
  readonly onBack: () => void;
};

/** The machine readable zone typed by hand, for those who know it. */
export function LinesScreen({ today, failedScans, onScan, onBack }: Props) {
  const t = useTranslations('kiosk.lines');
  const everywhere = useTranslations('everywhere');
  const [text, setText] = useState('');
  return (
    <>
      <Ask title={t('title')} note={t('note')} />
      {failedScans > 0 && <Refusal refusals={[{ reason: 'document-unreadable', facts: {} }]} />}
      <TextField
        value={text}
        onChange={(typed) => setText(typed.toUpperCase())}
        autoComplete="off"
        autoFocus
        className="grid gap-2"
      >
        <Label className="font-semibold text-l">{t('label')}</Label>
        <TextArea
          dir="ltr"
          rows={3}
          spellCheck={false}
          autoCorrect="off"
          autoCapitalize="characters"
          className="num w-full rounded-box border-2 border-edge bg-surface p-4 font-mono text-m tracking-wide"
        />
      </TextField>
      <LatinKeys value={text} onChange={setText} extra={['<', '\n']} />
      <div className="mt-auto grid grid-cols-[1fr_2fr] gap-4">
        <Button size="xl" onPress={onBack}>
          {everywhere('back')}
        </Button>
        <Button
          size="xl"
          look="primary"
          isDisabled={text.length < 20}
          onPress={() => onScan(scanOf(text.replace(/ /g, '<'), today))}
        >
          {t('read')}
        </Button>
      </div>
    </>
  );
}
