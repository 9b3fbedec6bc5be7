import { z } from 'zod';
import { isDay } from '#lib/calendar/day.ts';
import { isCurrency } from '#lib/money/money.ts';

/** The smallest parts of a law pack. Every message says what to write instead. */

/** An object with these fields and no other; whoever writes another is told which there are. */
export const object = <Shape extends z.ZodRawShape>(shape: Shape, otherwise?: string): z.ZodObject<Shape, z.core.$strict> =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `no field of this name here: remove it, or write one of ${Object.keys(shape).join(', ')}`
        : otherwise,
  });

export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'write an id of letters, digits and hyphens');
export const day = z.string().refine(isDay, 'write a day that exists as YYYY-MM-DD');
export const monthDay = z
  .string()
  .refine((text) => /^\d{2}-\d{2}$/.test(text) && isDay(`2024-${text}`), 'write a day of the year as MM-DD');
export const instant = z
  .string()
  .refine(
    (text) =>
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(text) &&
      isDay(text.slice(0, 10)) &&
      !Number.isNaN(Date.parse(text)),
    'write an instant in UTC like 2024-02-29T18:00:00Z',
  )
  .transform((text) => new Date(text).toISOString());
export const currency = z.string().refine(isCurrency, 'write the ISO 4217 code of a currency, such as CNY or EUR');
export const amount = z.int('write a whole number').nonnegative('write zero or more').max(1e12, 'write at most 1000000000000');
export const permille = z.int('write a whole number').min(0).max(10_000);
export const sentence = z.string().min(1, 'write a text');
export const sources = z
  .array(id, 'write a list of ids of /sources, such as ["LAW"]')
  .min(1, 'name at least one source of the list /sources');
export const country = z.string().regex(/^[A-Z]{1,3}$/, 'write an ISO 3166-1 alpha-3 or ICAO code such as CHN');
export const countries = object({ include: z.array(country).optional(), exclude: z.array(country).optional() });
export const settingValue = z.union([z.string(), z.boolean(), z.int()]);

/** English at least; a language that is left out reads the English. */
export const words = object(
  {
    en: sentence,
    zh: sentence.optional(),
    ru: sentence.optional(),
    kk: sentence.optional(),
    ur: sentence.optional(),
  },
  'write the text by language, such as { "en": "Value" }',
).transform(({ en, zh = en, ru = en, kk = en, ur = en }) => ({ en, zh, ru, kk, ur }));

/** From is the first that is meant, under the first that is not. */
export const range = (most: number) =>
  object({ from: z.int().min(0).max(most).optional(), under: z.int().min(0).max(most).optional() });

export const zone = object(
  {
    name: sentence,
    offsets: z.array(object({ from: instant, minutes: z.int().min(-1080).max(1080) })).min(1, 'write at least one offset'),
  },
  'write { "name": "...", "offsets": [{ "from": "1949-10-01T00:00:00.000Z", "minutes": 480 }] }: minutes east of UTC from each instant on',
);

type Kinds = readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];

/** An object that is one of several kinds; whoever writes another is told which there are. */
export function oneKindOf<const Options extends Kinds>(options: Options): z.ZodDiscriminatedUnion<Options, 'kind'> {
  const names = options.map((option) => (option as unknown as z.ZodObject<{ kind: z.ZodLiteral<string> }>).shape.kind.value);
  return z.discriminatedUnion('kind', options, {
    error: `write an object whose kind is one of ${names.join(', ')}, such as { "kind": "${names[0]}" }`,
  });
}
