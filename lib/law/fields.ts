import { z } from 'zod';
import { isDay } from '#lib/calendar/day.ts';
import { isCurrency } from '#lib/money/money.ts';
import { isState, lawStateOf } from '#lib/traveller/states.ts';
import { say } from './fault.ts';

/** The smallest parts of a law pack. Every message is a reason, whose words say what to write instead. */

/** An object with these fields and no other; whoever writes another is told which there are. */
export const object = <Shape extends z.ZodRawShape>(shape: Shape, otherwise?: string): z.ZodObject<Shape, z.core.$strict> =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? say('no-field', { fields: Object.keys(shape) }) : otherwise),
  });

export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, say('id'));
export const day = z.string().refine(isDay, say('day'));
export const monthDay = z.string().refine((text) => /^\d{2}-\d{2}$/.test(text) && isDay(`2024-${text}`), say('month-day'));
export const instant = z
  .string()
  .refine(
    (text) =>
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(text) &&
      isDay(text.slice(0, 10)) &&
      !Number.isNaN(Date.parse(text)),
    say('instant'),
  )
  .transform((text) => new Date(text).toISOString());
export const currency = z.string().refine(isCurrency, say('currency'));
// The message of a whole number would stand for its bounds, too.
const whole = (most: number) => z.int(say('whole-number')).nonnegative(say('zero-or-more')).max(most, say('at-most', { most }));
export const amount = whole(1e12);
export const permille = whole(10_000);
export const sentence = z.string().min(1);
export const sources = z.array(id, say('sources-like', { example: '["LAW"]' })).min(1, say('one-source'));
export const country = z
  .string()
  .regex(/^[A-Z]{1,3}$/, say('country'))
  .refine(isState, say('country'))
  .transform(lawStateOf);
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
  say('words-like', { example: '{ "en": "Value" }' }),
).transform(({ en, zh = en, ru = en, kk = en, ur = en }) => ({ en, zh, ru, kk, ur }));

/** From is the first that is meant, under the first that is not. */
export const range = (most: number) =>
  object({ from: z.int().min(0).max(most).optional(), under: z.int().min(0).max(most).optional() });

export const zone = object(
  {
    name: sentence,
    offsets: z.array(object({ from: instant, minutes: z.int().min(-1080).max(1080) })).min(1, say('one-offset')),
  },
  say('zone-like', { example: '{ "name": "...", "offsets": [{ "from": "1949-10-01T00:00:00.000Z", "minutes": 480 }] }' }),
);

type Kinds = readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]];

/** An object that is one of several kinds; whoever writes another is told which there are. */
export function oneKindOf<const Options extends Kinds>(options: Options): z.ZodDiscriminatedUnion<Options, 'kind'> {
  const names = options.map((option) => (option as unknown as z.ZodObject<{ kind: z.ZodLiteral<string> }>).shape.kind.value);
  return z.discriminatedUnion('kind', options, {
    error: say('one-kind-of', { kinds: names, example: `{ "kind": "${names[0]}" }` }),
  });
}
