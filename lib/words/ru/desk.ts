import type { DeskWords } from '../en/desk.ts';

export const desk: DeskWords = {
  clock: 'Часы',
  clockOf: '{side} (UTC{offset})',
  live: {
    connecting: 'Подключаемся…',
    live: 'В реальном времени, на {time}',
    lost: 'Восстанавливаем связь… Последние данные в {time}',
  },
  chart: { asTable: 'Таблица', asChart: 'График', asTableOf: 'Таблица: {title}', asChartOf: 'График: {title}' },
  statement: {
    rate: 'Комиссия сейчас:',
    nothing: 'В этом месяце продаж не было.',
    heldByVendor: 'Принято у прилавка, у продавца',
    heldByMarket: 'Принято для рынка, у рынка',
    commission: 'Комиссия со всего',
    broughtIn: 'Сдано в банк рынка',
    owedToVendor: 'Рынок должен продавцу',
    owedByVendor: 'Продавец должен рынку',
  },
  more: 'Показать ещё',
  all: 'Все',
  acts: 'Действия',
  choose: 'Выберите…',
  missing: 'Заполните это поле.',
  copied: 'Скопировано.',
  nothing: 'Ничего не найдено',
  nothingNote: 'Измените запрос или очистите его.',
  reason: 'Причина',
  reasonHint: 'Останется в записях вместе с вашим именем. Не меньше трёх букв.',
};
