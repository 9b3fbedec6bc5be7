'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClock } from '../../_desk/clock.tsx';
import { FaultNote } from '../../_desk/fault-note.tsx';
import { callApi } from '../../_ui/api.ts';
import { Button } from '../../_ui/button.tsx';
import { Dialog } from '../../_ui/dialog.tsx';

export type CodedDevice = { readonly id: string; readonly name: string; readonly enrolled: boolean };
type Code = { readonly code: string; readonly expiresAt: string };
type Props = { readonly device: CodedDevice; readonly onClose: () => void; readonly onDone: () => void };

/** The eight digits that turn a browser into this device, and how long they are still good. */
export function CodeDialog({ device, onClose, onDone }: Props) {
  const t = useTranslations('office.devices');
  const everywhere = useTranslations('everywhere');
  const [code, setCode] = useState<Code | null>(null);
  const [fault, setFault] = useState<number | null>(null);
  const asked = useRef(false);
  const left = useSecondsUntil(code?.expiresAt);

  const ask = useCallback(async (): Promise<void> => {
    setCode(null);
    setFault(null);
    const answer = await callApi<Code>('POST', `devices/${device.id}/enrolment-codes`, {});
    if (answer.kind === 'done') setCode(answer.body);
    else setFault(answer.status);
  }, [device.id]);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void ask();
  }, [ask]);

  const close = () => {
    onDone();
    onClose();
  };
  return (
    <Dialog
      title={t('codeTitle', { name: device.name })}
      isOpen
      onClose={close}
      acts={
        <>
          {left === 0 && (
            <Button look="primary" onPress={() => void ask()}>
              {t('newCode')}
            </Button>
          )}
          <Button onPress={close}>{everywhere('close')}</Button>
        </>
      }
    >
      <p>{t('codeNote', { address: `\u2066${window.location.origin}/enrol\u2069` })}</p>
      {fault !== null && <FaultNote status={fault} onAgain={() => void ask()} />}
      <p
        className="num grid min-h-28 place-items-center rounded-box bg-teal-tint font-bold text-[3.25rem] text-teal-deep"
        aria-live="polite"
      >
        {code === null ? (
          <span className="font-normal text-m">{fault === null && everywhere('loading')}</span>
        ) : (
          <bdi dir="ltr" className={left === 0 ? 'line-through opacity-60' : ''}>
            {code.code.slice(0, 4)} {code.code.slice(4)}
          </bdi>
        )}
      </p>
      {code !== null && left !== undefined && (
        <p className={left === 0 ? 'font-semibold text-red' : 'num text-center text-soft'}>
          {left === 0 ? t('codeOver') : t('codeLeft', { left: clockOf(left) })}
        </p>
      )}
      {device.enrolled && (
        <p className="rounded-lg border-saffron border-s-[5px] bg-saffron-tint px-3 py-2.5 text-saffron-ink">
          {t('codeWarning')}
        </p>
      )}
    </Dialog>
  );
}

const clockOf = (seconds: number): string => `\u2066${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}\u2069`;

/** Whole seconds until an instant, nought once it has passed; undefined while there is none. */
function useSecondsUntil(instant: string | undefined): number | undefined {
  const { nowMs } = useClock();
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    if (instant === undefined) return undefined;
    setNow(nowMs());
    const ticking = setInterval(() => setNow(nowMs()), 1000);
    return () => clearInterval(ticking);
  }, [instant, nowMs]);
  return instant === undefined ? undefined : Math.max(0, Math.floor((Date.parse(instant) - now) / 1000));
}
