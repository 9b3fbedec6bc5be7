export { common } from './common.ts';
export { kiosk } from './kiosk.ts';
export { law } from './law.ts';
export { refusals } from './refusals.ts';
