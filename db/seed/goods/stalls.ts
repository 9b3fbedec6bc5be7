/** A stall of the seed market. Every company is invented; the tax numbers have regions and months that do not exist. */
export type SeedStall = {
  readonly code: string;
  readonly name: string;
  readonly side: 'CN' | 'KZ';
  readonly currency: 'CNY' | 'KZT';
  readonly vendor: { readonly key: string; readonly name: string; readonly taxId: string; readonly country: string };
  readonly categories: readonly string[];
};

/** The 60 stalls: 30 on each side, in order of their codes; four vendors have two. */
export function seedStalls(): readonly SeedStall[] {
  return ROWS.map(([side, sign, country, currency, categories], i) => {
    const place = i % 30;
    const row = `${(side === 'CN' ? 'AB' : 'KL').charAt(Math.floor(place / 15))}`;
    const first = ROWS.findIndex((each) => each[1] === sign);
    return {
      code: `${row}-${String((place % 15) + 1).padStart(3, '0')}`,
      name: first === i ? sign : `${sign} 2`,
      side,
      currency,
      vendor: {
        key: sign.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
        name: `${sign} ${COMPANY_FORM[country] ?? 'LLC'}`,
        taxId: taxIdOf(country, first),
        country,
      },
      categories: categories.split(' '),
    };
  });
}

const COMPANY_FORM: Readonly<Record<string, string>> = {
  CHN: 'Trading Co., Ltd',
  KAZ: 'LLP',
  PAK: '(Pvt) Ltd',
  TUR: 'Ticaret Ltd. Şti.',
  KOR: 'Co., Ltd',
};

function taxIdOf(country: string, index: number): string {
  const serial = String(1001 + index * 37);
  if (country === 'CHN') return `91990000MA${serial.padStart(7, '0')}X`;
  return country === 'KAZ' ? `2613400${serial.padStart(5, '0')}` : `${country}-99${serial.padStart(6, '0')}`;
}

const ROWS: readonly (readonly [
  side: 'CN' | 'KZ',
  sign: string,
  country: string,
  currency: 'CNY' | 'KZT',
  categories: string,
])[] = [
  ['CN', 'Nine Looms Silk', 'CHN', 'CNY', 'silk'],
  ['CN', 'Mulberry Lane', 'CHN', 'CNY', 'silk clothing'],
  ['CN', 'Ordos Cloud Cashmere', 'CHN', 'CNY', 'cashmere wool'],
  ['CN', 'Lanterns & Wool', 'CHN', 'CNY', 'wool'],
  ['CN', 'Western Gate Garments', 'CHN', 'CNY', 'clothing'],
  ['CN', 'Western Gate Garments', 'CHN', 'CNY', 'clothing bags'],
  ['CN', 'Lahore Thread House', 'PAK', 'CNY', 'clothing cashmere'],
  ['CN', 'Thousand Steps Shoes', 'CHN', 'CNY', 'shoes'],
  ['CN', 'Camel Caravan Bags', 'CHN', 'CNY', 'bags shoes'],
  ['CN', 'Misty Peak Tea', 'CHN', 'CNY', 'tea'],
  ['CN', 'Jade Kettle Tea', 'CHN', 'CNY', 'tea handicraft'],
  ['CN', 'Sweet Oasis', 'CHN', 'CNY', 'sweets chocolate'],
  ['CN', 'Turpan Sun Orchard', 'CHN', 'CNY', 'dried-fruit nuts'],
  ['CN', 'Karakoram Harvest', 'PAK', 'CNY', 'nuts dried-fruit honey food-other'],
  ['CN', 'Gilgit Pantry', 'PAK', 'CNY', 'food-other honey'],
  ['CN', 'Long River Cellar', 'CHN', 'CNY', 'spirits wine'],
  ['CN', 'Golden Millet Spirits', 'CHN', 'CNY', 'spirits beer'],
  ['CN', 'Poplar Smoke House', 'CHN', 'CNY', 'cigarettes cigars tobacco-loose'],
  ['CN', 'Hanbit Smoke', 'KOR', 'CNY', 'heated-tobacco cigarettes'],
  ['CN', 'Haneul Beauty', 'KOR', 'CNY', 'cosmetics'],
  ['CN', 'Peony Mirror', 'CHN', 'CNY', 'cosmetics perfume'],
  ['CN', 'Saiman Digital', 'CHN', 'CNY', 'phones tablets'],
  ['CN', 'Saiman Digital', 'CHN', 'CNY', 'tablets computers'],
  ['CN', 'Bright Kitchen Electric', 'CHN', 'CNY', 'small-appliances'],
  ['CN', 'Warm Hearth Home', 'CHN', 'CNY', 'household small-appliances'],
  ['CN', 'Torsan Auto', 'CHN', 'CNY', 'auto-parts tools'],
  ['CN', 'Sunward Lamps', 'CHN', 'CNY', 'solar tools'],
  ['CN', 'Little Panda Workshop', 'CHN', 'CNY', 'toys books'],
  ['CN', 'Moonstone Jewellers', 'CHN', 'CNY', 'jewellery watches'],
  ['CN', 'Samarkand Rows', 'UZB', 'CNY', 'silk dried-fruit handicraft'],
  ['KZ', 'Altyn Ara Honey', 'KAZ', 'CNY', 'honey dried-fruit'],
  ['KZ', 'Jailoo Honey', 'KGZ', 'CNY', 'honey'],
  ['KZ', 'Arslanbob Grove', 'KGZ', 'CNY', 'nuts dried-fruit'],
  ['KZ', 'Steppe Cocoa', 'KAZ', 'KZT', 'chocolate sweets'],
  ['KZ', 'Bosporus Confections', 'TUR', 'CNY', 'sweets chocolate'],
  ['KZ', 'Dastarqan Foods', 'KAZ', 'KZT', 'food-other tea'],
  ['KZ', 'Alazani Valley Cellar', 'GEO', 'CNY', 'wine'],
  ['KZ', 'Alazani Valley Cellar', 'GEO', 'CNY', 'wine spirits'],
  ['KZ', 'Ile Valley Drinks', 'KAZ', 'KZT', 'spirits beer'],
  ['KZ', 'Tulpar Tobacco', 'KAZ', 'CNY', 'cigarettes cigars'],
  ['KZ', 'Izmir Leaf', 'TUR', 'CNY', 'tobacco-loose heated-tobacco cigarettes'],
  ['KZ', 'Aq Otau Felt', 'KAZ', 'CNY', 'wool handicraft'],
  ['KZ', 'Issyk Blue Wool', 'KGZ', 'CNY', 'wool cashmere shoes'],
  ['KZ', 'Anatolia Wear', 'TUR', 'CNY', 'clothing'],
  ['KZ', 'Bishkek Seam', 'KGZ', 'CNY', 'clothing wool'],
  ['KZ', 'Kervan Shoes', 'TUR', 'CNY', 'shoes'],
  ['KZ', 'Kervan Shoes', 'TUR', 'CNY', 'bags shoes'],
  ['KZ', 'Red Saddle Leather', 'KAZ', 'KZT', 'bags clothing'],
  ['KZ', 'Northern Birch Beauty', 'RUS', 'CNY', 'cosmetics'],
  ['KZ', 'Galata Scents', 'TUR', 'CNY', 'perfume cosmetics'],
  ['KZ', 'Dala Mobile', 'KAZ', 'KZT', 'phones computers'],
  ['KZ', 'Seoul Lane Home', 'KOR', 'CNY', 'small-appliances'],
  ['KZ', 'Dostar Parts', 'KAZ', 'KZT', 'auto-parts'],
  ['KZ', 'Kun Nury Solar', 'KAZ', 'CNY', 'solar household'],
  ['KZ', 'Ural Toy Yard', 'RUS', 'CNY', 'toys books'],
  ['KZ', 'Kumis Silver', 'KAZ', 'CNY', 'jewellery'],
  ['KZ', 'Volga Hours', 'RUS', 'CNY', 'watches jewellery'],
  ['KZ', 'Khiva Courtyard Crafts', 'UZB', 'CNY', 'handicraft'],
  ['KZ', 'Zerde Books', 'KAZ', 'KZT', 'books toys'],
  ['KZ', 'Siberian Tool Shed', 'RUS', 'CNY', 'tools household'],
];
