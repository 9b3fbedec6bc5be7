'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { beep } from './beep.ts';
import { type CameraFault, closeCamera, hasTorch, openCamera, shine } from './camera-stream.ts';
import { startCodeReader } from './code-reader.ts';
import { looked, NOTHING_IN_VIEW } from './codes-in-view.ts';

const LOOK_MS = 120;

export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'on'; readonly torch: ((isOn: boolean) => Promise<void>) | null }
  | { readonly kind: 'off'; readonly fault: CameraFault | 'reader' };

/** The camera, for as long as its picture is on the screen: each code that comes into view is one scan. The picture never leaves the tablet. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onScan: (text: string) => void,
  isPaused: boolean,
): CameraState {
  const [state, setState] = useState<CameraState>({ kind: 'starting' });
  const latest = useRef({ onScan, isPaused });
  useEffect(() => {
    latest.current = { onScan, isPaused };
  });

  useEffect(() => {
    let stream: MediaStream | undefined;
    let isGone = false;
    let inView = NOTHING_IN_VIEW;
    const reader = startCodeReader(() => setState({ kind: 'off', fault: 'reader' }));

    const begin = async (): Promise<void> => {
      const opened = await openCamera();
      if (typeof opened === 'string') {
        if (!isGone) setState({ kind: 'off', fault: opened });
        return;
      }
      if (isGone || video.current === null) return closeCamera(opened);
      stream = opened;
      stream.getVideoTracks()[0]?.addEventListener('ended', () => setState({ kind: 'off', fault: 'taken' }));
      video.current.srcObject = opened;
      await video.current.play().catch(() => undefined);
      if (!isGone) setState({ kind: 'on', torch: hasTorch(opened) ? (isOn) => shine(opened, isOn) : null });
    };
    const look = async (): Promise<void> => {
      if (stream === undefined || video.current === null || latest.current.isPaused) return;
      const found = await reader.look(video.current);
      if (found === null || isGone) return;
      const now = looked(inView, found, performance.now());
      inView = now.inView;
      for (const text of now.scans) {
        beep();
        latest.current.onScan(text);
      }
    };
    void begin();
    const looking = setInterval(() => void look(), LOOK_MS);
    return () => {
      isGone = true;
      clearInterval(looking);
      reader.end();
      if (stream) closeCamera(stream);
    };
  }, [video]);

  return state;
}
