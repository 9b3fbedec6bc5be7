import { plainOf } from './near.ts';

type Column = { readonly field: string; readonly heads: Readonly<Record<'en' | 'zh' | 'ru' | 'kk' | 'ur', string>> };

/**
 * The columns of a catalogue file, in the order in which one is written. A heading is part of the format: a file is written in its
 * reader's language, and read in whichever of the five it comes, or with the names of the fields themselves.
 */
export const CATALOGUE_COLUMNS = [
  { field: 'stall', heads: { en: 'Stall', zh: '摊位', ru: 'Торговая точка', kk: 'Сауда орны', ur: 'اسٹال' } },
  { field: 'gtin', heads: { en: 'Barcode', zh: '条码', ru: 'Штрихкод', kk: 'Штрихкоды', ur: 'بارکوڈ' } },
  { field: 'name_en', heads: { en: 'Name in English', zh: '英文名称', ru: 'Название на английском', kk: 'Ағылшынша атауы', ur: 'انگریزی نام' } },
  { field: 'name_zh', heads: { en: 'Name in Chinese', zh: '中文名称', ru: 'Название на китайском', kk: 'Қытайша атауы', ur: 'چینی نام' } },
  { field: 'name_ru', heads: { en: 'Name in Russian', zh: '俄文名称', ru: 'Название на русском', kk: 'Орысша атауы', ur: 'روسی نام' } },
  { field: 'name_kk', heads: { en: 'Name in Kazakh', zh: '哈萨克文名称', ru: 'Название на казахском', kk: 'Қазақша атауы', ur: 'قازق نام' } },
  { field: 'name_ur', heads: { en: 'Name in Urdu', zh: '乌尔都文名称', ru: 'Название на урду', kk: 'Урдуша атауы', ur: 'اردو نام' } },
  { field: 'category', heads: { en: 'Kind of goods', zh: '商品类别', ru: 'Вид товара', kk: 'Тауар түрі', ur: 'مال کی قسم' } },
  { field: 'hs', heads: { en: 'HS code', zh: 'HS 编码', ru: 'Код ТН ВЭД', kk: 'СЭҚ ТН коды', ur: 'ایچ ایس کوڈ' } },
  { field: 'price', heads: { en: 'Price', zh: '价格', ru: 'Цена', kk: 'Бағасы', ur: 'قیمت' } },
  { field: 'currency', heads: { en: 'Currency', zh: '币种', ru: 'Валюта', kk: 'Валютасы', ur: 'کرنسی' } },
  { field: 'unit', heads: { en: 'Sold by', zh: '销售单位', ru: 'Единица продажи', kk: 'Сатылу өлшемі', ur: 'فروخت کی اکائی' } },
  { field: 'net_weight_g', heads: { en: 'Net weight, grams', zh: '净重（克）', ru: 'Вес нетто, граммы', kk: 'Таза салмағы, грамм', ur: 'خالص وزن، گرام' } },
  { field: 'packed_weight_g', heads: { en: 'Packed weight, grams', zh: '毛重（克）', ru: 'Вес с упаковкой, граммы', kk: 'Қаптамасымен салмағы, грамм', ur: 'پیکنگ سمیت وزن، گرام' } },
  { field: 'volume_ml', heads: { en: 'Volume, millilitres', zh: '容量（毫升）', ru: 'Объём, миллилитры', kk: 'Көлемі, миллилитр', ur: 'حجم، ملی لیٹر' } },
  { field: 'strength_percent', heads: { en: 'Strength, % alcohol', zh: '酒精度（%）', ru: 'Крепость, % спирта', kk: 'Күштілігі, % спирт', ur: 'الکحل، فیصد' } },
  { field: 'pieces', heads: { en: 'Pieces in it', zh: '内含支数', ru: 'Штук внутри', kk: 'Ішіндегі дана', ur: 'اندر کتنے عدد' } },
  { field: 'origin', heads: { en: 'Country of origin', zh: '原产国', ru: 'Страна происхождения', kk: 'Шыққан елі', ur: 'تیاری کا ملک' } },
  { field: 'customs_status', heads: { en: 'Customs status', zh: '海关状态', ru: 'Таможенный статус', kk: 'Кедендік мәртебесі', ur: 'کسٹم کی حیثیت' } },
  { field: 'first_stock', heads: { en: 'First stock', zh: '首批库存', ru: 'Начальный остаток', kk: 'Бастапқы қор', ur: 'ابتدائی اسٹاک' } },
] as const satisfies readonly Column[]; // biome-ignore format: a table

export type CatalogueField = (typeof CATALOGUE_COLUMNS)[number]['field'];

/** What may be written into a cell that takes one of a few words, besides the word itself. */
export const CELL_WORDS = {
  unit: {
    piece: ['pc', 'pcs', 'each', '件', '个', 'шт', 'штука', 'поштучно', 'дана', 'данамен', 'عدد', 'فی عدد'],
    kg: ['kilogram', '公斤', '千克', 'кг', 'килограмм', 'килограммен', 'کلوگرام', 'فی کلوگرام'],
  },
  customs_status: {
    bonded: ['保税', 'под таможенным контролем', 'кедендік бақылауда', 'بانڈڈ'],
    'export-cleared': ['cleared for export', '已办出口清关', 'выпущен на экспорт', 'экспортқа шығарылған', 'برآمد کے لیے کلیئر'],
    'duty-paid': ['已缴税', 'пошлина уплачена', 'баж төленген', 'ڈیوٹی ادا شدہ'],
    'free-circulation': ['in free circulation', '自由流通', 'в свободном обращении', 'еркін айналымда', 'آزادانہ گردش میں'],
  },
} as const;

const BY_HEAD = new Map<string, CatalogueField>(
  CATALOGUE_COLUMNS.flatMap(({ field, heads }) =>
    [field, ...Object.values(heads)].map((head) => [plainOf(head), field] as const),
  ),
);

export const fieldOfHead = (head: string): CatalogueField | undefined => BY_HEAD.get(plainOf(head));

/** Every heading that is known, as it is written. */
export const HEADS: readonly string[] = CATALOGUE_COLUMNS.flatMap(({ field, heads }) => [field, ...Object.values(heads)]);
