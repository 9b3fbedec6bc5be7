'use client';
import { Flashlight, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../button.tsx';
import { type CameraState, useCamera } from './use-camera.ts';

type Props = {
  /** A code that came into view, as a scanner would have typed it. */
  readonly onScan: (text: string) => void;
  readonly onClose: () => void;
  readonly isPaused?: boolean;
  /** What the last scan came to; until there is one, the view says what to do. */
  readonly children?: ReactNode;
};

/** A small view of the camera beside what it is for: it covers nothing, and reads for as long as it is open. */
export function CameraView({ onScan, onClose, isPaused = false, children }: Props) {
  const t = useTranslations('camera');
  const video = useRef<HTMLVideoElement>(null);
  const [last, setLast] = useState<string | null>(null);
  const state = useCamera(
    video,
    (text) => {
      setLast(text);
      onScan(text);
    },
    isPaused,
  );
  return (
    <section aria-label={t('title')} className="flex flex-wrap gap-4 rounded-box border-2 border-edge bg-surface p-3">
      {state.kind !== 'off' && (
        <video
          ref={video}
          muted
          playsInline
          className="aspect-[4/3] w-56 max-w-full flex-none rounded-box bg-black object-cover"
        />
      )}
      <div className="grid min-w-48 flex-1 content-between gap-3">
        <div role="status" className="grid min-w-0 gap-1">
          <Said state={state} last={last} />
          {state.kind === 'on' && last !== null && children}
        </div>
        <div className="flex flex-wrap justify-end gap-3">
          {state.kind === 'on' && state.torch !== null && <Torch onTurn={state.torch} />}
          <Button onPress={onClose}>
            <X aria-hidden size="1.25em" /> {t('close')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Said({ state, last }: { readonly state: CameraState; readonly last: string | null }) {
  const t = useTranslations('camera');
  if (state.kind === 'starting') return <p className="text-soft">{t('starting')}</p>;
  if (state.kind === 'off')
    return (
      <>
        <p className="font-bold text-red">{t(`faults.${state.fault}.what`)}</p>
        <p>{t(`faults.${state.fault}.next`)}</p>
      </>
    );
  if (last === null) return <p className="text-soft">{t('hint')}</p>;
  return (
    <p className="text-s text-soft">
      {t('read')}{' '}
      <bdi dir="ltr" className="num break-all">
        {last.slice(0, LONGEST_SHOWN)}
      </bdi>
    </p>
  );
}

const LONGEST_SHOWN = 24;

function Torch({ onTurn }: { readonly onTurn: (isOn: boolean) => Promise<void> }) {
  const t = useTranslations('camera');
  const [isOn, setIsOn] = useState(false);
  return (
    <Button
      aria-pressed={isOn}
      className={isOn ? 'border-teal bg-teal-tint' : ''}
      onPress={() =>
        void onTurn(!isOn).then(
          () => setIsOn(!isOn),
          () => undefined,
        )
      }
    >
      <Flashlight aria-hidden size="1.25em" /> {t('torch')}
    </Button>
  );
}
