import type { Names } from '#lib/catalogue/product.ts';

/** One way a line of goods comes. Percentages are of the line's price and weight; measures replace the line's own. */
export type Variant = {
  readonly names: Names;
  readonly pricePercent?: number;
  readonly weightPercent?: number;
  readonly netWeightG?: number;
  readonly volumeMl?: number;
  readonly strengthPermille?: number;
  readonly pieces?: number;
  readonly unit?: 'kg';
};

const names = (en: string, zh: string, ru: string, kk: string, ur: string): Names => ({ en, zh, ru, kk, ur });
const same = (text: string): Names => names(text, text, text, text, text);

const grams = (g: number, pricePercent: number): Variant => ({
  names: g % 1000 === 0 ? kilogramNames(g / 1000) : names(`${g} g`, `${g}克`, `${g} г`, `${g} г`, `${g} گرام`),
  netWeightG: g,
  pricePercent,
});
const kilogramNames = (kg: number) => names(`${kg} kg`, `${kg}公斤`, `${kg} кг`, `${kg} кг`, `${kg} کلوگرام`);
const millilitres = (ml: number, pricePercent: number): Variant => ({
  names: names(`${ml} ml`, `${ml}毫升`, `${ml} мл`, `${ml} мл`, `${ml} ملی لیٹر`),
  volumeMl: ml,
  netWeightG: ml,
  pricePercent,
});
const alcohol = (permille: number): Variant => {
  const share = String(permille / 10);
  const local = share.replace('.', ',');
  return {
    names: names(`${share}% vol`, `${share}%vol`, `крепость ${local}%`, `күштілігі ${local}%`, `الکحل ${share}%`),
    strengthPermille: permille,
    pricePercent: 80 + Math.round(permille / 20),
  };
};
const centimetres = (size: string, pricePercent: number): Variant => ({
  names: names(`${size} cm`, `${size}厘米`, `${size} см`, `${size} см`, `${size} سینٹی میٹر`),
  pricePercent,
  weightPercent: pricePercent,
});
const size = (letter: string, weightPercent: number): Variant => ({
  names: names(`size ${letter}`, `${letter}码`, `размер ${letter}`, `${letter} өлшемі`, `سائز ${letter}`),
  weightPercent,
});
const numbered = (number: number): Variant => ({
  names: names(`size ${number}`, `${number}码`, `размер ${number}`, `${number}-өлшем`, `سائز ${number}`),
  weightPercent: 60 + number,
});
const plain = (en: string, zh: string, ru: string, kk: string, ur: string, pricePercent = 100): Variant => ({
  names: names(en, zh, ru, kk, ur),
  pricePercent,
});
/** An invented mark or model: written the same in every language. */
const mark = (text: string, pricePercent = 100): Variant => ({ names: same(text), pricePercent });

const gigabytes = (gb: number, pricePercent: number) =>
  plain(`${gb} GB`, `${gb}GB`, `${gb} ГБ`, `${gb} ГБ`, `${gb} جی بی`, pricePercent);
const memory = (ram: number, disk: string, pricePercent: number) => {
  const local = disk.replace('GB', 'ГБ');
  return plain(
    `${ram} GB / ${disk}`,
    `${ram}GB/${disk.replace(' ', '')}`,
    `${ram} ГБ / ${local}`,
    `${ram} ГБ / ${local}`,
    `${ram} / ${disk.replace('GB', 'جی بی')}`,
    pricePercent,
  );
};
const watts = (w: number, pricePercent: number) => plain(`${w} W`, `${w}瓦`, `${w} Вт`, `${w} Вт`, `${w} واٹ`, pricePercent);
const litres = (l: string, pricePercent: number) => {
  const local = l.replace('.', ',');
  return plain(`${l} L`, `${l}升`, `${local} л`, `${local} л`, `${l} لیٹر`, pricePercent);
};

/** The ways in which lines of goods differ, by the name that a line refers to. */
export const VARIANTS = {
  colour: [
    plain('red', '红色', 'красный цвет', 'қызыл түсті', 'سرخ رنگ'),
    plain('blue', '蓝色', 'синий цвет', 'көк түсті', 'نیلا رنگ'),
    plain('green', '绿色', 'зелёный цвет', 'жасыл түсті', 'سبز رنگ'),
    plain('black', '黑色', 'чёрный цвет', 'қара түсті', 'سیاہ رنگ'),
    plain('white', '白色', 'белый цвет', 'ақ түсті', 'سفید رنگ'),
    plain('brown', '棕色', 'коричневый цвет', 'қоңыр түсті', 'بھورا رنگ'),
  ],
  sober: [
    plain('black', '黑色', 'чёрный цвет', 'қара түсті', 'سیاہ رنگ'),
    plain('white', '白色', 'белый цвет', 'ақ түсті', 'سفید رنگ'),
    plain('grey', '灰色', 'серый цвет', 'сұр түсті', 'سرمئی رنگ'),
  ],
  dark: [
    plain('black', '黑色', 'чёрный цвет', 'қара түсті', 'سیاہ رنگ'),
    plain('brown', '棕色', 'коричневый цвет', 'қоңыр түсті', 'بھورا رنگ'),
  ],
  size: [size('S', 94), size('M', 100), size('L', 106), size('XL', 112)],
  shoe: [numbered(37), numbered(39), numbered(41), numbered(43)],
  childShoe: [numbered(26), numbered(28), numbered(30), numbered(32)],
  square: [centimetres('53 × 53', 60), centimetres('90 × 90', 100), centimetres('110 × 110', 140)],
  shawl: [centimetres('30 × 170', 80), centimetres('70 × 200', 120)],
  bedding: [centimetres('150 × 200', 100), centimetres('200 × 220', 140), centimetres('220 × 240', 160)],
  carpet: [centimetres('60 × 90', 60), centimetres('100 × 150', 100), centimetres('120 × 180', 150)],
  jar: [grams(250, 55), grams(500, 100), grams(1000, 185)],
  bag: [grams(200, 50), grams(500, 100), grams(1000, 190)],
  bar: [grams(50, 55), grams(100, 100), grams(200, 190)],
  box: [grams(150, 80), grams(300, 140), grams(500, 220)],
  pouch: [grams(50, 100), grams(100, 190), grams(250, 450)],
  loose: [
    {
      names: names('sold by weight', '散装称重', 'на развес', 'өлшеп сатылады', 'تول کر فروخت'),
      netWeightG: 1000,
      pricePercent: 180,
      unit: 'kg',
    },
  ],
  bottle: [millilitres(500, 100), millilitres(700, 135), millilitres(1000, 180)],
  wineBottle: [millilitres(375, 60), millilitres(750, 100), millilitres(1500, 190)],
  can: [millilitres(330, 80), millilitres(500, 100), millilitres(1000, 185)],
  tube: [millilitres(30, 60), millilitres(50, 85), millilitres(100, 140)],
  flacon: [millilitres(30, 60), millilitres(50, 100), millilitres(100, 170)],
  wash: [millilitres(250, 70), millilitres(400, 100)],
  strongStrength: [alcohol(380), alcohol(400), alcohol(450)],
  baijiuStrength: [alcohol(420), alcohol(520)],
  wineStrength: [alcohol(115), alcohol(135)],
  beerStrength: [alcohol(40), alcohol(52)],
  cigaretteMark: [mark('Silk Steppe'), mark('Altyn Tolqyn', 110), mark('Blue Tulpar', 120), mark('White Poplar', 130)],
  cigaretteKind: [
    plain('full flavour', '浓味', 'крепкие', 'күшті', 'تیز ذائقہ'),
    plain('light', '淡味', 'лёгкие', 'жеңіл', 'ہلکا ذائقہ'),
    plain('menthol', '薄荷味', 'с ментолом', 'ментолды', 'مینتھول ذائقہ'),
  ],
  cigarettePack: [
    { names: names('pack of 20', '一包20支', 'пачка 20 шт.', '20 дана қорап', '20 کا پیکٹ'), pieces: 20, netWeightG: 16 },
    {
      names: names('carton of 200', '一条200支', 'блок 200 шт.', '200 дана блок', '200 کا کارٹن'),
      pieces: 200,
      netWeightG: 160,
      pricePercent: 950,
    },
  ],
  cigarBox: [
    { names: names('single', '单支装', '1 шт.', '1 дана', '1 عدد'), pieces: 1, netWeightG: 12 },
    {
      names: names('box of 10', '10支盒装', 'коробка 10 шт.', '10 дана қорап', '10 کا ڈبہ'),
      pieces: 10,
      netWeightG: 120,
      pricePercent: 950,
    },
    {
      names: names('box of 25', '25支盒装', 'коробка 25 шт.', '25 дана қорап', '25 کا ڈبہ'),
      pieces: 25,
      netWeightG: 300,
      pricePercent: 2300,
    },
  ],
  body: [
    plain('mild', '淡味', 'мягкий вкус', 'жұмсақ дәмді', 'ہلکا ذائقہ'),
    plain('medium', '中味', 'средний вкус', 'орташа дәмді', 'درمیانہ ذائقہ', 108),
    plain('strong', '浓味', 'крепкий вкус', 'қою дәмді', 'تیز ذائقہ', 115),
  ],
  sort: [
    plain('first grade', '一级', 'первый сорт', 'бірінші сорт', 'درجہ اول'),
    plain('top grade', '特级', 'высший сорт', 'жоғары сорт', 'اعلیٰ درجہ', 135),
  ],
  harvest: [
    plain('spring harvest', '春茶', 'весенний сбор', 'көктемгі жиын', 'بہار کی فصل', 130),
    plain('autumn harvest', '秋茶', 'осенний сбор', 'күзгі жиын', 'خزاں کی فصل'),
  ],
  taste: [
    plain('with walnut', '核桃味', 'с грецким орехом', 'грек жаңғағымен', 'اخروٹ والا'),
    plain('with pistachio', '开心果味', 'с фисташкой', 'пістемен', 'پستے والا', 115),
    plain('with rose', '玫瑰味', 'с розой', 'раушанмен', 'گلاب والا'),
  ],
  cocoa: [
    plain('milk', '牛奶味', 'молочный вкус', 'сүтті', 'دودھ والا'),
    plain('dark, 70% cocoa', '黑巧，可可含量70%', 'тёмный, 70% какао', 'қара, 70% какао', 'سیاہ، 70% کوکو', 120),
    plain('with hazelnut', '榛子味', 'с фундуком', 'орман жаңғағымен', 'ہیزل نٹ والا', 110),
  ],
  skin: [
    plain('for dry skin', '干性肌肤适用', 'для сухой кожи', 'құрғақ теріге', 'خشک جلد کے لیے'),
    plain('for oily skin', '油性肌肤适用', 'для жирной кожи', 'майлы теріге', 'چکنی جلد کے لیے'),
    plain('for all skin', '各种肌肤适用', 'для любой кожи', 'кез келген теріге', 'ہر قسم کی جلد کے لیے'),
  ],
  shade: [
    plain('coral', '珊瑚色', 'оттенок коралловый', 'маржан реңкті', 'مرجانی شیڈ'),
    plain('cherry', '樱桃红', 'оттенок вишнёвый', 'шие реңкті', 'چیری شیڈ'),
    plain('rose', '玫瑰色', 'оттенок розовый', 'қызғылт реңкті', 'گلابی شیڈ'),
    plain('brick', '砖红色', 'оттенок кирпичный', 'кірпіш реңкті', 'اینٹ جیسا شیڈ'),
  ],
  scent: [
    plain('jasmine', '茉莉花香', 'аромат жасмина', 'жасмин иісті', 'چنبیلی کی خوشبو'),
    plain('sandalwood', '檀香', 'аромат сандала', 'сандал иісті', 'صندل کی خوشبو', 120),
    plain('citrus', '柑橘香', 'аромат цитруса', 'цитрус иісті', 'ترش پھلوں کی خوشبو'),
    plain('musk', '麝香', 'аромат мускуса', 'жұпар иісті', 'مشک کی خوشبو', 110),
  ],
  storage: [gigabytes(64, 80), gigabytes(128, 100), gigabytes(256, 130), gigabytes(512, 170)],
  memory: [memory(8, '256 GB', 100), memory(16, '512 GB', 135), memory(32, '512 GB', 155)],
  phoneModel: [mark('Saiman A5', 60), mark('Saiman A7'), mark('Kunlun X2', 140)],
  tabletModel: [mark('Saiman Pad 8', 70), mark('Saiman Pad 11')],
  electronicModel: [mark('QM-100', 80), mark('QM-200'), mark('QM-300', 130)],
  watts: [watts(1200, 85), watts(1800, 100), watts(2200, 115)],
  carModel: [
    plain('for saloon cars', '轿车用', 'для седанов', 'седандарға арналған', 'سیڈان کاروں کے لیے'),
    plain('for off-road cars', '越野车用', 'для внедорожников', 'жол талғамайтын көліктерге', 'آف روڈ گاڑیوں کے لیے', 130),
    plain('for light trucks', '轻型卡车用', 'для лёгких грузовиков', 'жеңіл жүк көліктеріне', 'ہلکے ٹرکوں کے لیے', 150),
  ],
  partMark: [mark('Dostar'), mark('Torsan', 115), mark('Baltec', 130)],
  solarWatts: [watts(5, 50), watts(20, 100), watts(60, 240)],
  light: [
    plain('warm light', '暖光', 'тёплый свет', 'жылы жарық', 'گرم روشنی'),
    plain('white light', '白光', 'белый свет', 'ақ жарық', 'سفید روشنی'),
  ],
  pieceCount: [
    plain('100 pieces', '100片', '100 деталей', '100 бөлшек', '100 ٹکڑے'),
    plain('300 pieces', '300片', '300 деталей', '300 бөлшек', '300 ٹکڑے', 150),
    plain('500 pieces', '500片', '500 деталей', '500 бөлшек', '500 ٹکڑے', 190),
  ],
  ages: [
    plain('from 3 years', '3岁以上', 'от 3 лет', '3 жастан бастап', '3 سال سے'),
    plain('from 6 years', '6岁以上', 'от 6 лет', '6 жастан бастап', '6 سال سے', 115),
  ],
  ringSize: [numbered(16), numbered(17), numbered(18), numbered(19)],
  stone: [
    plain('with turquoise', '镶绿松石', 'с бирюзой', 'көгілдір ферузамен', 'فیروزے کے ساتھ'),
    plain('with agate', '镶玛瑙', 'с агатом', 'ақықпен', 'عقیق کے ساتھ', 110),
    plain('with pearl', '镶珍珠', 'с жемчугом', 'інжумен', 'موتی کے ساتھ', 130),
  ],
  strap: [
    plain('leather strap', '皮表带', 'кожаный ремешок', 'былғары баулы', 'چمڑے کا پٹا'),
    plain('steel strap', '钢表带', 'стальной браслет', 'болат баулы', 'سٹیل کا پٹا', 120),
  ],
  wearer: [
    plain("men's", '男款', 'для мужчин', 'ерлерге арналған', 'مردانہ'),
    plain("women's", '女款', 'для женщин', 'әйелдерге арналған', 'زنانہ'),
  ],
  motif: [
    plain('horse pattern', '骏马图案', 'узор «конь»', '«ат» өрнекті', 'گھوڑے کا نقش'),
    plain('flower pattern', '花卉图案', 'узор «цветы»', '«гүл» өрнекті', 'پھولوں کا نقش'),
    plain("ram's horn pattern", '羊角纹', 'узор «бараний рог»', '«қошқар мүйіз» өрнекті', 'مینڈھے کے سینگ کا نقش'),
  ],
  wood: [
    plain('walnut wood', '核桃木', 'орех', 'жаңғақ ағашы', 'اخروٹ کی لکڑی', 120),
    plain('birch wood', '桦木', 'берёза', 'қайың ағашы', 'برچ کی لکڑی'),
  ],
  language: [
    plain('in English', '英文', 'на английском языке', 'ағылшын тілінде', 'انگریزی میں'),
    plain('in Chinese', '中文', 'на китайском языке', 'қытай тілінде', 'چینی میں'),
    plain('in Russian', '俄文', 'на русском языке', 'орыс тілінде', 'روسی میں'),
    plain('in Kazakh', '哈萨克文', 'на казахском языке', 'қазақ тілінде', 'قازق میں'),
  ],
  binding: [
    plain('paperback', '平装', 'мягкая обложка', 'жұмсақ мұқабалы', 'نرم جلد'),
    plain('hardback', '精装', 'твёрдая обложка', 'қатты мұқабалы', 'سخت جلد', 140),
  ],
  toolSet: [
    plain('single', '单件', '1 шт.', '1 дана', '1 عدد'),
    { ...plain('set of 6', '6件套', 'набор из 6 шт.', '6 дана жинақ', '6 کا سیٹ', 420), weightPercent: 580 },
  ],
  litres: [litres('0.5', 80), litres('1', 100), litres('1.5', 125)],
  diameter: [centimetres('20', 80), centimetres('24', 100), centimetres('28', 125)],
} as const satisfies Readonly<Record<string, readonly Variant[]>>;

export type VariantName = keyof typeof VARIANTS;
