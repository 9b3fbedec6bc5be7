import { getTableColumns, getTableName } from 'drizzle-orm';
import {
  account,
  accountEntry,
  act,
  actSignature,
  allowanceChoice,
  broughtIn,
  cashMove,
  changeGiven,
  commissionBound,
  commissionRate,
  decision,
  declaredLine,
  discountApproval,
  discountLimit,
  drawerCount,
  drawerEntry,
  duty,
  excess,
  exchange,
  exitCase,
  exitSignature,
  fiscalAdapter,
  fiscalDocument,
  handOver,
  lease,
  lineCorrection,
  lineResolution,
  networkPrinter,
  offlineFloor,
  offlineSale,
  outsideEntry,
  pass,
  passRevocation,
  payment,
  paymentRounding,
  payout,
  plan,
  presence,
  refund,
  refundLine,
  refundRounding,
  refundTender,
  sale,
  saleDiscount,
  saleLine,
  saleVoid,
  scaleCodes,
  settlement,
  staffTraveller,
  stallCustody,
  stockMovement,
  tender,
  tillSession,
  undoneClose,
  visit,
} from '../schema/schema.ts';

type Place = {
  /** What names a row, where it is not its id. */
  readonly key?: readonly string[];
  /** What is proven otherwise: posted and held are the sums of the account's entries. */
  readonly besides?: readonly string[];
  /** The law of the market changes such rows; each change is listed with what the row was. Any other row is never edited. */
  readonly mayChange?: boolean;
};

/** Every table whose rows are evidence: an act that writes one says so in its link of the chain. */
const PLACES = [
  { table: act },
  { table: actSignature, key: ['act'] },
  { table: decision },
  { table: plan, key: ['visit'], mayChange: true },
  { table: account, besides: ['posted', 'held'], mayChange: true },
  { table: accountEntry },
  { table: excess },
  { table: lease, mayChange: true },
  { table: allowanceChoice },
  { table: outsideEntry },
  { table: payment },
  { table: tender },
  { table: changeGiven, key: ['payment'] },
  { table: paymentRounding, key: ['payment'] },
  { table: sale },
  { table: offlineSale, key: ['sale'] },
  { table: offlineFloor },
  { table: networkPrinter },
  { table: scaleCodes },
  { table: saleLine },
  { table: discountLimit },
  { table: discountApproval },
  { table: saleDiscount },
  { table: saleVoid, key: ['sale'] },
  { table: refund },
  { table: refundLine },
  { table: refundTender },
  { table: refundRounding, key: ['refund'] },
  { table: exchange, key: ['refund'] },
  { table: fiscalAdapter },
  { table: fiscalDocument, mayChange: true },
  { table: stockMovement },
  { table: pass },
  { table: passRevocation, key: ['pass'] },
  { table: visit, mayChange: true },
  { table: presence },
  { table: broughtIn },
  { table: exitCase, mayChange: true },
  { table: declaredLine, mayChange: true },
  { table: lineResolution },
  { table: lineCorrection },
  { table: exitSignature, key: ['exitCase', 'officer'] },
  { table: duty },
  { table: settlement, key: ['visit'] },
  { table: tillSession, mayChange: true },
  { table: drawerCount, key: ['tillSession', 'kind', 'currency'], mayChange: true },
  { table: drawerEntry },
  { table: cashMove },
  { table: handOver },
  { table: undoneClose },
  { table: stallCustody },
  { table: staffTraveller, mayChange: true },
  { table: commissionRate },
  { table: commissionBound },
  { table: payout },
] as const satisfies readonly (Place & { readonly table: unknown })[];

export type EvidenceTable = (typeof PLACES)[number]['table'];

type Column = { readonly field: string; readonly name: string; readonly toDriver: (value: unknown) => unknown };

/** One table as it is proven: its columns by name, in the alphabet's order, whatever order the file has them in. */
export type Proven = {
  readonly table: EvidenceTable;
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly Column[];
  /** For each column of the key its place among `columns`. */
  readonly keyAt: readonly number[];
  /** Places of the columns that the digest leaves out. */
  readonly left: ReadonlySet<number>;
  readonly mayChange: boolean;
};

const nameOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function proven({ table, key = ['id'], besides = [], mayChange = false }: Place & { readonly table: EvidenceTable }): Proven {
  const columns = Object.entries(getTableColumns(table))
    .map(([field, column]) => ({
      field,
      name: nameOf(field),
      toDriver: (value: unknown) => (value === null || value === undefined ? null : column.mapToDriverValue(value as never)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const at = (field: string) => columns.findIndex((column) => column.field === field);
  return {
    table,
    name: getTableName(table),
    columns,
    key: key.map((field) => columns[at(field)] as Column),
    keyAt: key.map(at),
    left: new Set(besides.map(at)),
    mayChange,
  };
}

export const EVIDENCE: readonly Proven[] = PLACES.map(proven);

const BY_TABLE = new Map<EvidenceTable, Proven>(EVIDENCE.map((each) => [each.table, each]));
const BY_NAME = new Map(EVIDENCE.map((each) => [each.name, each]));

export const provenOf = (table: EvidenceTable): Proven => BY_TABLE.get(table) as Proven;
export const provenNamed = (name: string): Proven | undefined => BY_NAME.get(name);
