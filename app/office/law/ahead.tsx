'use client';
import { CalendarClock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { daysBetween } from '#lib/calendar/day.ts';
import { useSideName } from '../../_desk/clock.tsx';
import { useRead } from '../../_desk/use-read.ts';
import { dateWords } from '../../_ui/figures.tsx';
import type { LawNow, Motion, PackHeld } from './law-views.ts';

/** Which law holds on each side today, and what is signed and counts the days. */
export function Ahead({ law, motions }: { readonly law: LawNow; readonly motions: readonly Motion[] }) {
  const t = useTranslations('lawRoom');
  const language = useLocale();
  const sideName = useSideName();
  const last = law.sides.map(({ day }) => day).sort()[0] ?? '';
  const day = (at: string) => dateWords({ at, show: 'day' }, language);
  const coming = motions
    .filter(({ enactedAt, withdrawn, effectiveFrom }) => enactedAt !== null && withdrawn === null && (effectiveFrom ?? '') > last)
    .sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? -1 : 1));
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-soft">
        {law.sides.map((each) => (
          <span key={each.side}>{t('packOn', { side: sideName(each.side), version: each.version, day: day(each.day) })}</span>
        ))}
      </p>
      {coming.map(({ id, subject, effectiveFrom }) => (
        <p
          key={id}
          role="status"
          className="flex flex-wrap items-center gap-3 rounded-box border-saffron border-s-[5px] bg-saffron-tint px-4 py-3 text-saffron-ink"
        >
          <CalendarClock aria-hidden size="1.4em" className="shrink-0" />
          <span>
            {subject.kind === 'answer'
              ? t('ahead.answer', { setting: `\u2066${subject.setting}\u2069`, day: day(effectiveFrom ?? '') })
              : t('ahead.pack', { version: subject.kind === 'pack' ? subject.pack : '', day: day(effectiveFrom ?? '') })}
          </span>
          <b className="num">
            {t('ahead.left', {
              days: Math.max(
                0,
                daysBetween(
                  law.sides
                    .map((each) => each.day)
                    .sort()
                    .at(-1) ?? last,
                  effectiveFrom ?? '',
                ),
              ),
            })}
          </b>
          {subject.kind === 'pack' && <PackHolders motion={id} />}
        </p>
      ))}
    </div>
  );
}

/** Which tills have fetched a law that is to come: the others are named. */
function PackHolders({ motion }: { readonly motion: string }) {
  const t = useTranslations('lawRoom.ahead');
  const { body } = useRead<PackHeld>(`law/motions/${motion}/devices`);
  if (body === undefined) return null;
  const count = body.devices.length;
  const lacking = body.devices.filter(({ heldSince }) => heldSince === null);
  if (lacking.length === 0) return <span className="basis-full">{t('allHold', { count })}</span>;
  const names = lacking.map(({ name, stall }) => `\u2068${stall === null ? name : `${name} (${stall})`}\u2069`).join(', ');
  return (
    <span className="basis-full">
      {t('holders', { held: count - lacking.length, count })} {t('lacking', { names })}
    </span>
  );
}
