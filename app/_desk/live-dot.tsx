'use client';
import { useLocale, useTranslations } from 'next-intl';
import { languageOf } from '#lib/words/languages.ts';
import { classNames } from '../_ui/class-names.ts';
import { useClock } from './clock.tsx';
import type { Live } from './use-live.ts';

type Props = {
  readonly live: Live;
  /** The side whose clock is meant, where the desk's own choice is not. */
  readonly side?: string | undefined;
};

/** Quietly, whether what is shown is the newest, and since when. */
export function LiveDot({ live, side }: Props) {
  const t = useTranslations('desk.live');
  const language = languageOf(useLocale());
  const { market, nowMs, ...clock } = useClock();
  const offsetMinutes = market?.sides.find(({ code }) => code === side)?.offsetMinutes ?? clock.offsetMinutes;
  const time = live.at === null ? '' : clockTime(live.at + nowMs() - Date.now(), offsetMinutes, language.tag);
  return (
    <p className="flex items-center gap-2 whitespace-nowrap text-s text-soft" data-live={live.state}>
      <span
        aria-hidden
        className={classNames(
          'inline-block size-2.5 rounded-full',
          live.state === 'live'
            ? 'bg-teal'
            : live.state === 'lost'
              ? 'bg-saffron ring-2 ring-saffron-ink'
              : 'border-2 border-soft',
        )}
      />
      {t(live.state, { time })}
    </p>
  );
}

function clockTime(at: number, offsetMinutes: number | undefined, tag: string): string {
  return new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...(offsetMinutes === undefined ? {} : { timeZone: 'UTC' }),
  }).format(new Date(at + (offsetMinutes ?? 0) * 60_000));
}
