import { z } from 'zod';
import { staff, vendors } from '#db/reads/office.ts';
import { vendorStatement } from '#db/reads/statement.ts';
import { AddFirstAdministrator, addFirstAdministrator } from '#lib/operations/add-first-administrator.ts';
import { AddStaff, addStaff } from '#lib/operations/add-staff.ts';
import { BoundCommission, boundCommission } from '#lib/operations/bound-commission.ts';
import { NameOwnPass, nameOwnPass } from '#lib/operations/name-own-pass.ts';
import { MonthInput } from '#lib/operations/parts/inputs.ts';
import { RecordPayout, recordPayout } from '#lib/operations/record-payout.ts';
import { LicenseVendor, licenseVendor } from '#lib/operations/run-vendors.ts';
import { SetCommission, setCommission } from '#lib/operations/set-commission.ts';
import { SetStallCustody, setStallCustody } from '#lib/operations/set-stall-custody.ts';
import { NotYours } from '#lib/staff/actor.ts';
import { CUSTODIES } from '#lib/till/cash-count.ts';
import { acted, call, ok } from '../call.ts';
import { Amount, Instant } from '../shapes.ts';
import { Statement } from '../statement-shape.ts';

const nullable = z.string().nullable();
const AddedPerson = z.strictObject({ id: z.string(), name: z.string(), role: z.string() });

/** Vendors and the people of the market: who is there, and who comes. */
export const VENDOR_CALLS = [
  call({
    method: 'GET',
    path: '/api/v1/office/vendors',
    summary: 'Vendors with their company, stalls and standing.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      vendors: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          licence: z.string(),
          licensedAt: Instant,
          company: z.string(),
          country: z.string(),
          taxId: z.string(),
          suspended: nullable,
          stalls: z.array(
            z.strictObject({
              id: z.string(),
              code: z.string(),
              name: z.string(),
              side: z.string(),
              custody: z.enum(CUSTODIES),
            }),
          ),
        }),
      ),
    }),
    run: async ({ read }) => ok({ vendors: await read(vendors) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/staff',
    summary: 'Everybody who works here.',
    action: 'see-office',
    input: z.strictObject({}),
    output: z.strictObject({
      staff: z.array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          role: z.string(),
          login: nullable,
          vendor: nullable,
          recordedAt: Instant,
          suspended: nullable,
          hasOwnPass: z.boolean(),
        }),
      ),
    }),
    run: async ({ read }) => ok({ staff: await read(staff) }),
  }),
  call({
    method: 'GET',
    path: '/api/v1/office/statements/{vendor}',
    summary:
      'Where a vendor and the market stand for a month: money that the vendor holds, that the market holds, and commission on both.',
    action: 'see-office',
    input: z.strictObject({
      vendor: z.uuid(),
      month: MonthInput.optional(),
    }),
    output: z.strictObject({ statement: Statement }),
    async run({ read, now }, { vendor, month }) {
      const statement = await read((tx) => vendorStatement(tx, vendor, now, month));
      if (statement === undefined) throw new NotYours();
      return ok({ statement });
    },
  }),
  call({
    method: 'POST',
    path: '/api/v1/commissions',
    summary:
      'Says what the market keeps of each sale from now on, of one vendor or of all that have none of their own; of a kind of goods, or of all.',
    action: 'run-market',
    input: SetCommission,
    output: z.strictObject({ commission: z.strictObject({ vendor: nullable, category: nullable, permille: z.int() }) }),
    run: (context, input) => acted(setCommission(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/commission-bounds',
    summary: 'Says the least and the most commission of a vendor’s months in a currency, from the next month on.',
    action: 'run-market',
    input: BoundCommission,
    output: z.strictObject({ bound: z.strictObject({ vendor: z.string(), fromMonth: z.string() }) }),
    run: (context, input) => acted(boundCommission(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/payouts',
    summary: 'Writes down what the market paid a vendor for a month; its statement shows it.',
    action: 'run-market',
    input: RecordPayout,
    output: z.strictObject({ payout: z.strictObject({ vendor: z.string(), month: z.string(), amount: Amount }) }),
    run: (context, input) => acted(recordPayout(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/stall-custodies',
    summary: 'Says who holds what the tills of a stall take from now on: its vendor, or the market.',
    action: 'run-market',
    hides: true,
    refuses: false,
    input: SetStallCustody,
    output: z.strictObject({ stall: z.strictObject({ id: z.string(), code: z.string(), custody: z.enum(CUSTODIES) }) }),
    run: (context, input) => acted(setStallCustody(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/vendors',
    summary: 'Licenses a company to trade here, with its stalls.',
    action: 'run-market',
    input: LicenseVendor,
    output: z.strictObject({ vendor: z.strictObject({ id: z.string(), name: z.string() }) }),
    run: (context, input) => acted(licenseVendor(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/staff/{person}/own-passes',
    summary:
      'Says which pass is the own one of somebody who works here: they neither sell to it nor void or refund what it bought.',
    action: 'run-market',
    input: NameOwnPass,
    output: z.strictObject({ person: z.strictObject({ id: z.string(), name: z.string() }) }),
    run: (context, input) => acted(nameOwnPass(context, input)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/staff',
    summary: 'Gives somebody a place here.',
    action: 'run-market',
    input: z.strictObject({ person: AddStaff }),
    output: z.strictObject({ person: AddedPerson }),
    run: (context, input) => acted(addStaff(context, input.person)),
  }),
  call({
    method: 'POST',
    path: '/api/v1/first-administrator',
    summary: 'Makes the first administrator, by the link that the server printed at its start.',
    action: 'public',
    input: AddFirstAdministrator,
    output: z.strictObject({ person: AddedPerson }),
    run: (context, input) => acted(addFirstAdministrator(context, input)),
  }),
];
