import type { DeskWords } from '../en/desk.ts';

export const desk: DeskWords = {
  clock: 'Сағат',
  clockOf: '{side} (UTC{offset})',
  live: {
    connecting: 'Қосылып жатыр…',
    live: 'Нақты уақытта, {time} бойынша',
    lost: 'Байланыс қалпына келтірілуде… Соңғы дерек {time}',
  },
  chart: { asTable: 'Кесте', asChart: 'Сызба', asTableOf: 'Кесте: {title}', asChartOf: 'Сызба: {title}' },
  statement: {
    rate: 'Қазіргі комиссия:',
    nothing: 'Бұл айда сату болмады.',
    heldByVendor: 'Дүңгіршекте алынды, сатушыда',
    heldByMarket: 'Базар үшін алынды, базарда',
    commission: 'Барлығынан комиссия',
    broughtIn: 'Базар банкіне тапсырылды',
    owedToVendor: 'Базар сатушыға береді',
    owedByVendor: 'Сатушы базарға береді',
  },
  more: 'Тағы көрсету',
  all: 'Барлығы',
  acts: 'Әрекеттер',
  choose: 'Таңдаңыз…',
  missing: 'Осы өрісті толтырыңыз.',
  copied: 'Көшірілді.',
  nothing: 'Ештеңе табылмады',
  nothingNote: 'Іздеуді өзгертіңіз немесе тазалаңыз.',
  reason: 'Себебі',
  reasonHint: 'Атыңызбен бірге жазбада қалады. Кемінде үш әріп.',
};
