'use client';
import { Camera } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { isShortCode, plainCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { CameraView } from '../_ui/camera/camera-view.tsx';
import { TextField } from '../_ui/fields.tsx';
import { textsIn } from './use-pass.ts';

type Props = { readonly isUnknown: boolean; readonly onOpen: (text: string) => void };

/** No pass in hand yet: type or paste it, or point the camera at it. */
export function OpenPass({ isUnknown, onOpen }: Props) {
  const t = useTranslations('pass.open');
  const c = useTranslations('camera');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [scanning, setScanning] = useState(false);

  const shown = passTextOf(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (shown) onOpen(shown);
  };
  return (
    <>
      <div className="grid gap-2">
        <h1 className="font-bold text-xl leading-tight">{t('title')}</h1>
        <p className="text-soft">{t('note')}</p>
      </div>
      {isUnknown && (
        <div role="alert" className="grid gap-1 rounded-box border-2 border-red bg-red-tint p-4">
          <p className="font-bold text-l leading-tight">{t('unknown')}</p>
          <p>{t('unknownNext')}</p>
        </div>
      )}
      <form onSubmit={submit} className="grid gap-4">
        <TextField
          label={t('code')}
          size="l"
          dir="ltr"
          placeholder="7QK-4M2-9XYZ"
          value={text}
          onChange={(typed) => {
            setText(typed);
            setTried(false);
          }}
          error={tried && !shown ? t('wrongCode') : undefined}
          inputClassName="num tracking-wider"
        />
        <Button type="submit" look="primary" size="xl" wide>
          {t('act')}
        </Button>
      </form>
      {!scanning && (
        <Button size="l" wide onPress={() => setScanning(true)}>
          <Camera aria-hidden size="1.25em" />
          {c('open')}
        </Button>
      )}
      {scanning && (
        <CameraView
          onClose={() => setScanning(false)}
          onScan={(read) => {
            const found = passTextOf(read);
            if (!found) return;
            setScanning(false);
            onOpen(found);
          }}
        />
      )}
      <p className="text-s text-soft">{t('kept')}</p>
    </>
  );
}

/** A pass in whatever shape it comes: its text, its code with or without hyphens, or the link that a kiosk shows. */
function passTextOf(given: string): string | undefined {
  const text = given.trim();
  const linked = /^https?:.*?#(.+)$/.exec(text)?.[1];
  if (linked) return textsIn(linked)[0];
  if (text.startsWith('SR1:')) return text;
  return isShortCode(text) ? plainCode(text) : undefined;
}
