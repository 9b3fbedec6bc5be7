'use client';
import { useClock } from '../_desk/clock.tsx';
import { DateText } from '../_ui/figures.tsx';

type Props = { readonly at: string; readonly side: string };

/** An instant on the clock of the side where the stall stands. */
export function StallTime({ at, side }: Props) {
  const { market } = useClock();
  return (
    <span className="whitespace-nowrap">
      <DateText at={at} offsetMinutes={market?.sides.find(({ code }) => code === side)?.offsetMinutes} />
    </span>
  );
}
