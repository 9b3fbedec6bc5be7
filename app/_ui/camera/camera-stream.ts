/** Why there is no picture, as far as somebody can do something about it. */
export type CameraFault = 'insecure' | 'none' | 'denied' | 'taken';

/** The camera that looks away from whoever holds the tablet, or the only one. */
export async function openCamera(): Promise<MediaStream | CameraFault> {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return window.isSecureContext ? 'none' : 'insecure';
  try {
    return await devices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
      audio: false,
    });
  } catch (fault) {
    return FAULTS[(fault as DOMException).name] ?? 'taken';
  }
}

const FAULTS: Readonly<Record<string, CameraFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'taken',
  AbortError: 'taken',
};

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Chromium's alone, and only where the camera has a light. */
type WithTorch = { readonly torch?: boolean };

export function hasTorch(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks();
  return (track?.getCapabilities?.() as WithTorch | undefined)?.torch === true;
}

export async function shine(stream: MediaStream, torch: boolean): Promise<void> {
  const wish = { advanced: [{ torch } as MediaTrackConstraintSet] };
  await stream.getVideoTracks()[0]?.applyConstraints(wish);
}
