import type { FlagWords } from '../en/flags.ts';

/** What somebody should look at in a sale that a till made without a network: it is a fact, and refused no more. */
export const flags: FlagWords = {
  'own-pass': { what: 'Продавец продал по собственному пропуску.', next: 'Попросите владельца проверить, что продано.' },
  'sold-before-exit': {
    what: 'Продажа поступила, когда покупатель уже вышел.',
    next: 'Выход пересчитан заново. Посмотрите, сколько теперь причитается.',
  },
  'offline-not-allowed': {
    what: 'Здесь кассам нельзя продавать без сети и без брони.',
    next: 'Спросите у торговой точки причину и проверьте, что продано.',
  },
  'above-offline-floor': {
    what: 'Продажа{due, select, none {} other { на {due}}} больше того, что касса может продать без сети{available, select, none {} other { ({available})}}.',
    next: 'Проверьте, что продано.',
  },
  'clock-not-proven': {
    what: 'Время продажи известно только по часам кассы{at, select, none {} other {: {at}}}.',
    next: 'Сверьте его с чеком.',
  },
  'clock-wrong': {
    what: 'Часы кассы показали невозможное время{at, select, none {} other {: {at}}}.',
    next: 'Поставьте часы планшета. Продажа учтена ближайшим возможным временем.',
  },
  'price-moved': {
    what: 'На полке была другая цена{due, select, none {} other { ({due})}}, взято {paid, select, none {иначе} other {{paid}}}.',
    next: 'Если цена изменилась, пока касса была без сети, делать ничего не надо.',
  },
  'change-differs': {
    what: 'Выданная сдача{amount, select, none {} other { ({amount})}} не сходится с курсом дня.',
    next: 'Пересчитайте ящик: курс на кассе мог устареть.',
  },
  'drawer-closed': {
    what: 'Смена, принявшая эти деньги, закрыта раньше, чем поступила продажа.',
    next: 'Найдите деньги в пересчёте того дня и проведите их отдельно.',
  },
  'offline-number-taken': {
    what: 'Тот же номер стоит на другом чеке{code, select, none {} other { ({code})}}.',
    next: 'Зарегистрируйте планшет заново: возможно, у двух общая память.',
  },
  'lease-recalled': {
    what: 'Товар был забронирован за этой кассой, но бронь отозвали до того, как поступила продажа.',
    next: 'Посмотрите, кто её отозвал и что продано дважды.',
  },
  'discount-needs-approval': {
    what: 'Скидка{amount, select, none {} other { {amount}}} больше той, что кассир может дать сам{percent, select, none {} other { ({percent})}}.',
    next: 'Попросите владельца ввести PIN-код или уменьшите скидку.',
  },
  'discount-too-large': {
    what: 'Скидка{amount, select, none {} other { {amount}}} больше цены{due, select, none {} other { ({due})}}.',
    next: 'Уступите не больше, чем стоит товар.',
  },
};
