export const enrol = {
  title: 'Enrol this device',
  note: 'Type the eight digits from the market office. A code works once, for ten minutes.',
  code: 'Code',
  act: 'Enrol',
  working: 'Enrolling this device…',
  unknown: 'This code is not known, or its ten minutes are over.',
  unknownNext: 'Check the eight digits, or ask the market office for a new code.',
  keyless: 'This browser cannot be enrolled at this address.',
  keylessNext: 'A device needs an address that begins with https, and a window that keeps its data. Ask the market office.',
  done: 'This device is enrolled.',
  opening: 'Opening its screen…',
  doors: 'To all the doors',
};

export type EnrolWords = typeof enrol;
