'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type Reader = { detect: (source: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]> };
type ReaderClass = new (options: { readonly formats: readonly string[] }) => Reader;

const readerClass = (): ReaderClass | undefined => (window as unknown as { BarcodeDetector?: ReaderClass }).BarcodeDetector;

/** Whether this browser reads codes itself. We bring no reader of our own: typing ten characters is quicker than fetching one. */
export const hasCameraReader = (): boolean => readerClass() !== undefined && navigator.mediaDevices !== undefined;

const LOOK_MS = 200;

/** The camera, looking for a QR code. The picture never leaves this component. */
export function CameraScan({ onScan }: { readonly onScan: (text: string) => void }) {
  const t = useTranslations('pass.open');
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onScan);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    latest.current = onScan;
  }, [onScan]);

  useEffect(() => {
    let stream: MediaStream | undefined;
    let looking: ReturnType<typeof setInterval> | undefined;
    let gone = false;
    const start = async (): Promise<void> => {
      const Detector = readerClass();
      const shown = video.current;
      if (!Detector || !shown) return setFailed(true);
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (gone) return stop();
        shown.srcObject = stream;
        await shown.play();
      } catch {
        return setFailed(true);
      }
      const reader = new Detector({ formats: ['qr_code'] });
      looking = setInterval(async () => {
        const [first] = await reader.detect(shown).catch(() => []);
        if (first && !gone) latest.current(first.rawValue);
      }, LOOK_MS);
    };
    const stop = (): void => {
      gone = true;
      clearInterval(looking);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    void start();
    return stop;
  }, []);

  if (failed) return <p role="alert">{t('noCamera')}</p>;
  return (
    <div className="grid gap-2">
      <video ref={video} muted playsInline className="aspect-square w-full rounded-2xl bg-black object-cover" />
      <p className="text-center text-soft">{t('looking')}</p>
    </div>
  );
}
