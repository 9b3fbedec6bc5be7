import type { MrzFormat } from '#lib/traveller/mrz-layout.ts';
import { isIin } from '#lib/traveller/personal-number.ts';
import { writeMrz } from '#lib/traveller/write-mrz.ts';

type Person = {
  /** Nobody else in these journeys has it. */
  readonly number: string;
  readonly state: string;
  readonly surname: string;
  readonly givenNames: string;
  readonly birthDate?: string;
  readonly sex?: 'M' | 'F';
  readonly personalNumber?: string;
  readonly format?: MrzFormat;
};

/** The machine readable zone of somebody whom no other journey meets. */
export function documentOf({ state, format = 'TD3', birthDate = '1988-03-14', sex = 'F', ...printed }: Person): string {
  return writeMrz(format, {
    ...(format === 'TD1' ? { code: 'ID' } : {}),
    issuer: state,
    nationality: state,
    birthDate,
    sex,
    expiresOn: '2031-05-20',
    ...printed,
  });
}

/** A Kazakh number of nobody alive (its seventh digit is 9): the first from the serial on whose check digit holds. */
export function iinOf(birthDate: string, serial: number): string {
  const body = `${birthDate.slice(2).replaceAll('-', '')}9${serial}`;
  const whole = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find(isIin);
  return whole ?? iinOf(birthDate, serial + 1);
}
