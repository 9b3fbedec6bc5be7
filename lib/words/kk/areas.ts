export { common } from './common.ts';
export { enrol } from './enrol.ts';
export { kiosk } from './kiosk.ts';
export { law } from './law.ts';
export { market } from './market.ts';
export { pass } from './pass.ts';
export { refusals } from './refusals.ts';
export { till } from './till.ts';
