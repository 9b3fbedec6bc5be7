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
