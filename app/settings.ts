import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((text) => text === '1');

/** Every setting, parsed once. README's table is made of these. @throws with the name of the setting that does not read. */
const Settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  SERAI_DATA: z.string().min(1).default('./data'),
  DATABASE_URL: z.preprocess((text) => text || undefined, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  SERAI_KEYS: z.string().min(1).optional(),
  SERAI_BACKUPS: z.string().min(1).optional(),
  SERAI_FISCAL_FOLDER: z.string().min(1).optional(),
  SERAI_FISCAL_OPERATOR: z.preprocess((text) => text || undefined, z.url({ protocol: /^https?$/ }).optional()),
  SERAI_HOST: z.string().min(1).default('127.0.0.1'),
  SERAI_ORIGIN: z.string().default(''),
  SERAI_MARKET: z.string().min(1).default('khorgos'),
  SERAI_DEMO: flag.default(true),
  SERAI_NOW: z.iso.datetime({ offset: true }).optional(),
  SERAI_TLS_CERT: z.string().min(1).optional(),
  SERAI_TLS_KEY: z.string().min(1).optional(),
  SERAI_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export type Settings = Omit<z.infer<typeof Settings>, 'SERAI_ORIGIN'> & { readonly origins: readonly string[] };

export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = Settings.safeParse(environment);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const { SERAI_ORIGIN, ...settings } = parsed.data;
  const { SERAI_TLS_CERT: cert, SERAI_TLS_KEY: key } = settings;
  if ((cert === undefined) !== (key === undefined)) throw new Error('SERAI_TLS_CERT and SERAI_TLS_KEY: give both, or neither');
  const scheme = cert === undefined ? 'http' : 'https';
  const listed = SERAI_ORIGIN.split(',')
    .map((origin) => origin.trim())
    .filter(Boolean);
  return {
    ...settings,
    origins: listed.length > 0 ? listed : [`${scheme}://localhost:${settings.PORT}`, `${scheme}://127.0.0.1:${settings.PORT}`],
  };
}
