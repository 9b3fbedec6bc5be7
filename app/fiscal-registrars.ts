import { join } from 'node:path';
import type { FiscalAdapter, Registrar } from '#lib/fiscal/fiscal-document.ts';
import { fileIn } from './fiscal-file.ts';
import { operatorAt } from './fiscal-operator.ts';
import type { Settings } from './settings.ts';

/** Whom this server can tell of fiscal documents, by its own settings: no browser says where they go. A real operator is one more line. */
export function registrarsOf(settings: Settings): Partial<Record<FiscalAdapter, Registrar>> {
  const { SERAI_FISCAL_FOLDER: folder, SERAI_FISCAL_OPERATOR: operator, SERAI_DATA } = settings;
  return {
    file: fileIn(folder ?? join(SERAI_DATA, 'fiscal')),
    ...(operator === undefined ? {} : { 'test-operator': operatorAt(operator) }),
  };
}
