'use client';
import { useTranslations } from 'next-intl';
import { useClock } from '../../_desk/clock.tsx';
import { Button } from '../../_ui/button.tsx';
import { MoneyText } from '../../_ui/figures.tsx';
import { Panel } from '../../_ui/surfaces.tsx';
import type { Amount } from '../../_ui/views.ts';

type Props = { readonly floors: readonly Amount[]; readonly onChange: ((floor: Amount) => void) | undefined };

/** One limit for the currency of each side; where nobody has set one, nothing may be sold. */
export function Floors({ floors, onChange }: Props) {
  const t = useTranslations('office.offline');
  const { market } = useClock();
  const currencies = [
    ...new Set([...(market?.sides ?? []).map(({ currency }) => currency), ...floors.map(({ currency }) => currency)]),
  ];
  return (
    <Panel title={t('floors')}>
      <ul className="flex flex-wrap gap-4">
        {currencies.map((currency) => {
          const floor = floors.find((each) => each.currency === currency) ?? { amount: '0', currency };
          return (
            <li key={currency} className="flex items-center gap-4 rounded-box border border-line px-4 py-3">
              <b className="num text-l">
                {Number(floor.amount) === 0 ? `${currency}: ${t('none')}` : <MoneyText amount={floor} />}
              </b>
              {onChange && (
                <Button aria-label={t('changeOne', { currency })} onPress={() => onChange(floor)}>
                  {t('change')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
