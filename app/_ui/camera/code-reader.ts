import type { Sighting } from './codes-in-view.ts';

/** Wider than this a picture costs more to look through and shows no more of a code that is held near. */
const MOST_WIDE = 960;

export type CodeReader = {
  /** Looks at what the camera shows now. Null: the last picture is still being looked at, or there is none yet. */
  readonly look: (video: HTMLVideoElement) => Promise<readonly Sighting[]> | null;
  readonly end: () => void;
};

/** Starts the reader of codes, in a thread of its own. `onBroken`: it could not be had. */
export function startCodeReader(onBroken: () => void): CodeReader {
  const worker = new Worker('/till/camera/worker.js');
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  let isReady = false;
  let tell: ((found: readonly Sighting[]) => void) | null = null;

  worker.onmessage = ({ data }: MessageEvent<'ready' | 'broken' | readonly Sighting[]>) => {
    if (data === 'broken') return onBroken();
    if (data === 'ready') {
      isReady = true;
      return;
    }
    tell?.(data);
    tell = null;
  };
  worker.onerror = onBroken;

  const look = (video: HTMLVideoElement): Promise<readonly Sighting[]> | null => {
    if (!isReady || tell !== null || drawing === null || video.videoWidth === 0) return null;
    const scale = Math.min(1, MOST_WIDE / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = drawing.getImageData(0, 0, canvas.width, canvas.height);
    worker.postMessage(picture, [picture.data.buffer]);
    return new Promise((resolve) => {
      tell = resolve;
    });
  };
  return { look, end: () => worker.terminate() };
}
