import type { Call } from './call.ts';
import { CATALOGUE_CALLS } from './calls/catalogue-calls.ts';
import { DEVICE_CALLS } from './calls/device-calls.ts';
import { DRAWER_CALLS } from './calls/drawer-calls.ts';
import { ENROLMENT_CALLS } from './calls/enrolment-calls.ts';
import { FISCAL_CALLS } from './calls/fiscal-calls.ts';
import { LAW_CALLS } from './calls/law-calls.ts';
import { MARKET_CALLS } from './calls/market-calls.ts';
import { OFFICE_CALLS } from './calls/office-calls.ts';
import { PASS_CALLS } from './calls/pass-calls.ts';
import { PERIOD_FILE_CALLS } from './calls/period-file-calls.ts';
import { PERSON_CALLS } from './calls/person-calls.ts';
import { PRINTER_CALLS } from './calls/printer-calls.ts';
import { RATE_CALLS } from './calls/rate-calls.ts';
import { RECORD_CALLS } from './calls/record-calls.ts';
import { REPORT_CALLS } from './calls/report-calls.ts';
import { SALE_CALLS } from './calls/sale-calls.ts';
import { SHOP_CALLS } from './calls/shop-calls.ts';
import { STANDING_CALLS } from './calls/standing-calls.ts';
import { VENDOR_CALLS } from './calls/vendor-calls.ts';
import { VISIT_CALLS } from './calls/visit-calls.ts';

/** Everything that can be asked of the machine door. */
export const CALLS: readonly Call[] = [
  ...MARKET_CALLS,
  ...PASS_CALLS,
  ...PERSON_CALLS,
  ...DEVICE_CALLS,
  ...VISIT_CALLS,
  ...RECORD_CALLS,
  ...SALE_CALLS,
  ...DRAWER_CALLS,
  ...PRINTER_CALLS,
  ...FISCAL_CALLS,
  ...SHOP_CALLS,
  ...CATALOGUE_CALLS,
  ...REPORT_CALLS,
  ...OFFICE_CALLS,
  ...PERIOD_FILE_CALLS,
  ...VENDOR_CALLS,
  ...ENROLMENT_CALLS,
  ...STANDING_CALLS,
  ...LAW_CALLS,
  ...RATE_CALLS,
];
