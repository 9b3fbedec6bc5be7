import { describe, expect, test } from 'vitest';
import { packNamed } from '#tests/support/packs.ts';

// Every row of the table of rules (research/rules.csv, outside this repository) that limits what one person takes along: the
// pack and the rules that hold it, and the sources that the table gives.
const HELD: readonly (readonly [row: string, pack: string, rules: string, sources: string])[] = [
  ['CN-ICBC-VAL', 'khorgos', 'CN-ICBC-VAL', 'S01 S02 S03 S04 S05'],
  ['CN-NAT-RES', 'khorgos', 'CN-NAT-RES', 'S10 S11 S12 S13'],
  ['CN-NAT-NONRES', 'khorgos', 'CN-NAT-NONRES', 'S10 S12 S14'],
  ['CN-NAT-CIG', 'khorgos', 'CN-NAT-CIG', 'S12 S15'],
  ['CN-NAT-CIG-OLD', 'khorgos', 'CN-NAT-CIG-OLD', 'S11 S16'],
  ['CN-NAT-ECIG', 'khorgos', 'CN-NAT-ECIG', 'S12 S15 S16'],
  ['CN-NAT-ALC', 'khorgos', 'CN-NAT-ALC CN-NAT-ALC-OLD', 'S11 S12 S17'],
  ['CN-HKMO-RES', 'china-channels', 'CN-HKMO-RES', 'S11 S18 S19'],
  ['CN-HKMO-RES-DFS', 'china-channels', 'CN-HKMO-RES-DFS', 'S18 S19'],
  ['CN-HKMO-CIG', 'china-channels', 'CN-HKMO-CIG', 'S12 S15'],
  ['CN-FREQ-CIG', 'khorgos', 'CN-FREQ-CIG CN-FREQ-ECIG CN-FREQ-DAY', 'S12 S15'],
  ['CN-FREQ-ALC', 'khorgos', 'CN-FREQ-ALC', 'S17 S20'],
  ['CN-FREQ-VAL', 'khorgos', 'CN-FREQ-VAL', 'MEMORY'],
  ['CN-NAT-20', 'khorgos', 'CN-NAT-20', 'S10 S21'],
  ['CN-NAT-DFSARR', 'china-channels', 'CN-NAT-DFSARR', 'S22 S23'],
  ['CN-POST', 'china-channels', 'CN-POST', 'S11 S26'],
  ['CN-POST-TAX', 'china-channels', 'CN-POST', 'S12'],
  ['CN-HAI-VAL', 'hainan', 'CN-HAI-VAL', 'S27 S28 S29 S30'],
  ['CN-HAI-COS', 'hainan', 'CN-HAI-COS', 'S28 S29'],
  ['CN-HAI-PHN', 'hainan', 'CN-HAI-PHN', 'S28 S29'],
  ['CN-HAI-ALC', 'hainan', 'CN-HAI-ALC', 'S28 S29'],
  ['CN-HAI-ITEM-OLD', 'hainan', 'CN-HAI-ITEM-OLD', 'S31'],
  ['CN-HAI-PICK', 'hainan', 'CN-HAI-PICK CN-HAI-PICK-LEAVE', 'S32'],
  ['CN-HAI-GUAR', 'hainan', 'CN-HAI-GUAR CN-HAI-GUAR-LEAVE', 'S32'],
  ['CN-HAI-DAILY', 'hainan', 'CN-HAI-DAILY CN-HAI-DAILY-LIST CN-HAI-DAILY-WHO', 'S33'],
  ['CN-CITY', 'china-channels', 'CN-CITY', 'S34'],
  ['CN-BRT', 'border-resident-trade', 'CN-BRT CN-BRT-LISTED CN-BRT-ONLY', 'S35 S36 S37'],
  ['CN-CBEC-TX', 'china-channels', 'CN-CBEC-TX', 'S38 S39'],
  ['CN-CBEC-YR', 'china-channels', 'CN-CBEC-YR', 'S38 S39'],
  ['KZ-LAND-VAL', 'khorgos', 'KZ-LAND-VAL', 'S40 S41 S42 S43'],
  ['KZ-LAND-KG', 'khorgos', 'KZ-LAND-KG', 'S40 S41 S42 S43'],
  ['KZ-LAND-VAL-2019', 'khorgos', 'KZ-LAND-VAL KZ-LAND-KG', 'S43'],
  ['KZ-LAND-TEMP', 'khorgos', 'KZ-LAND-VAL KZ-LAND-KG', 'S41 S44 S45 S46'],
  ['KZ-LAND-2010', 'khorgos', 'KZ-LAND-VAL KZ-LAND-KG', 'S47 S48'],
  ['KZ-MCPS-FREQ', 'khorgos', 'KZ-MCPS-FREQ', 'S44 S49 S50'],
  ['KZ-CRIT-250', 'khorgos', 'KZ-CRIT-250', 'S49'],
  ['KZ-AIR', 'eaeu-channels', 'KZ-AIR-VAL KZ-AIR-KG', 'S42 S51'],
  ['KZ-POST', 'eaeu-channels', 'KZ-POST-VAL KZ-POST-KG KZ-PARCEL-VAL KZ-PARCEL-KG KZ-ECOM', 'S42 S52 S53'],
  ['EAEU-ALC-FREE', 'khorgos', 'EAEU-ALC-FREE', 'S40 S48 S54'],
  ['EAEU-ALC-PAID', 'khorgos', 'EAEU-ALC-FREE', 'S48 S54'],
  ['EAEU-ALC-MAX', 'khorgos', 'EAEU-ALC-MAX', 'S54'],
  ['EAEU-ETHYL', 'khorgos', 'EAEU-ETHYL', 'S48 S54'],
  ['EAEU-TOB', 'khorgos', 'EAEU-TOB', 'S40 S48 S55'],
  ['EAEU-INDIV', 'khorgos', 'EAEU-INDIV', 'S48'],
  ['BY-FREQ-FOOD', 'eaeu-channels', 'BY-FREQ-FOOD-1 BY-FREQ-FOOD-3 BY-FREQ-FOOD-7 BY-FREQ-FOOD-COFFEE', 'S56'],
  ['BY-FREQ-ALC', 'eaeu-channels', 'BY-FREQ-ALC-1 BY-FREQ-ALC-3 BY-FREQ-ALC-7', 'S56'],
  ['BY-FREQ-CIG', 'eaeu-channels', 'BY-FREQ-CIG-1 BY-FREQ-CIG-7', 'S56'],
  ['KZ-EAEU-YEAR', 'eaeu-channels', 'KZ-EAEU-YEAR', 'S57'],
  ['PK-BAG-PERS', 'pakistan-baggage', 'PK-BAG-PERS PK-BAG-SHORT PK-BAG-OTHER', 'S58 S59'],
  ['PK-BAG-DRAFT22', 'pakistan-baggage', 'PK-BAG-DRAFT22-30 PK-BAG-DRAFT22-60 PK-BAG-DRAFT22-LONG', 'S60'],
  ['PK-BAG-DRAFT24', 'pakistan-baggage', 'PK-BAG-DRAFT24 PK-BAG-DRAFT24-PHONE', 'S61'],
  ['PK-BAG-CLUB', 'pakistan-baggage', 'PK-BAG-CLUB', 'S63'],
  ['PK-GB-SOST', 'kashgar-sost', 'PK-GB-SOST PK-GB-AUTH', 'S64 S65'],
  ['PK-GB-PASS', 'kashgar-sost', 'PK-GB-PASS PK-GB-CLOSED', 'S66 S67'],
  ['VN-BR', 'vietnam', 'VN-BR VN-BR-DAYS', 'S68 S69'],
  ['VN-LUG-ALC', 'vietnam', 'VN-LUG-ALC', 'S70'],
  ['VN-LUG-VAL', 'vietnam', 'VN-LUG-VAL VN-LUG-CREW', 'S70'],
  ['IN-BD-HAAT', 'border-haat', 'IN-BD-HAAT-IN IN-BD-HAAT-BD', 'S71'],
  ['EU-AIRSEA', 'eu-land', 'EU-AIRSEA', 'S72'],
  ['EU-LAND', 'eu-land', 'EU-LAND', 'S72'],
  ['EU-U15', 'eu-land', 'EU-U15', 'S72'],
  ['EU-TOB', 'eu-land', 'EU-TOB', 'S72'],
  ['EU-ALC', 'eu-land', 'EU-ALC', 'S72'],
  ['EU-WINE', 'eu-land', 'EU-WINE', 'S72'],
  ['CH-VAL', 'switzerland', 'CH-VAL', 'S73 S74'],
  ['CH-ALC', 'switzerland', 'CH-ALC-WEAK CH-ALC-STRONG', 'S73'],
  ['CH-TOB', 'switzerland', 'CH-TOB', 'S73'],
  ['KR-ITEM', 'korea', 'KR-VAL KR-LIQ-ML KR-LIQ-USD KR-CIG', 'S75'],
];

// The rows without a rule, and why.
const NOT_HELD: Readonly<Record<string, string>> = {
  'CN-ICBC-STAY': 'Thirty days of stay limit the person and not the goods: entry.stayDays of the pack khorgos holds them.',
  'CN-ICBC-EXIT': 'Leaving by the side of entry is no limit on goods: exit.sameSide of the pack khorgos holds it.',
  'CN-NAT-REASONABLE': 'Own use and reasonable quantity are judged by an officer; the law gives no figure.',
  'CN-HAI-RES2': 'Residents with a departure this year buy as often as they like: the row says that there is no limit.',
  'PK-BAG-COMM': 'A commercial quantity is judged by an officer; no figure was found.',
};

const packs = new Map([...new Set(HELD.map(([, pack]) => pack))].map((name) => [name, packNamed(name)]));

describe('the table of rules', () => {
  test('has 73 rows, each held or not, none twice', () => {
    const rows = [...HELD.map(([row]) => row), ...Object.keys(NOT_HELD)];
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toHaveLength(73);
  });

  test.each(HELD)('%s is in %s as %s', (_, name, ids, sources) => {
    const rules = packs.get(name)?.rules ?? [];
    for (const id of ids.split(' ')) expect(rules.map((rule) => rule.id)).toContain(id);
    const cited = rules.filter(({ id }) => ids.split(' ').includes(id)).flatMap((rule) => rule.sources);
    expect(cited.filter((source) => sources.split(' ').includes(source))).not.toEqual([]);
  });

  test('leaves the stay and the way out to the pack itself', () => {
    const { entry, exit } = packNamed('khorgos');
    expect([entry.stayDays, exit.sameSide]).toEqual([30, true]);
  });

  test.each(Object.entries(NOT_HELD))('%s is no rule: %s', (row) =>
    expect([...packs.values()].flatMap(({ rules }) => rules.map(({ id }) => id))).not.toContain(row),
  );
});
