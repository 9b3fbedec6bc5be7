// Finds a Chromium, or installs Debian's where this runs as root.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** @returns where it is. @throws with what to do if there is none and none can be had. */
export function chromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) {
    if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH is ${CHROMIUM_PATH}, and there is nothing.`);
  }
  const place = found() ?? installed();
  if (place === undefined) throw new Error('No Chromium found. Install it (apt-get install chromium) or set CHROMIUM_PATH.');
  return place;
}

function found() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'].filter(Boolean);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ON_A_MAC].find((place) => existsSync(place));
}

function installed() {
  aptInstall('chromium');
  return found();
}
