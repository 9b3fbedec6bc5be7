const HERTZ = 1760;
const SECONDS = 0.09;
const SHAKE_MS = 60;

/** What a scanner does once it has read: nobody looks at a screen while holding goods before a camera. */
export function beep(): void {
  navigator.vibrate?.(SHAKE_MS);
  const sound = new AudioContext();
  const tone = sound.createOscillator();
  const loudness = sound.createGain();
  loudness.gain.value = 0.2;
  tone.frequency.value = HERTZ;
  tone.connect(loudness).connect(sound.destination);
  tone.onended = () => void sound.close();
  tone.start();
  tone.stop(sound.currentTime + SECONDS);
}
