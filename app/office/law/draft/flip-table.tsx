'use client';
import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '../../../_ui/class-names.ts';

const OUTCOMES = ['free', 'duty', 'needs-document', 'forbidden'] as const;

/** Down: how a visit ended as recorded. Across: how it would end. What lies off the diagonal flips. */
export function FlipTable({ outcomes }: { readonly outcomes: Readonly<Record<string, number>> }) {
  const t = useTranslations('lawRoom.rehearsal');
  const law = useTranslations('law.outcomes');
  const number = new Intl.NumberFormat(useLocale());
  const met = OUTCOMES.filter((each) => Object.keys(outcomes).some((flip) => flip.split('>').includes(each)));
  const shown = met.length > 0 ? met : OUTCOMES.slice(0, 2);
  return (
    <div className="overflow-x-auto">
      <table aria-label={t('outcomes')} className="num w-full">
        <thead className="text-s text-soft">
          <tr>
            <td />
            <th scope="colgroup" colSpan={shown.length} className="px-3 text-end font-semibold">
              {t('draft')}
            </th>
          </tr>
          <tr className="border-line border-b">
            <th scope="col" className="py-2 text-start font-semibold">
              {t('recorded')}
            </th>
            {shown.map((after) => (
              <th key={after} scope="col" className="px-3 py-2 text-end font-semibold">
                {law(after)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((before) => (
            <tr key={before} className="border-line border-b last:border-0">
              <th scope="row" className="py-2 text-start font-semibold">
                {law(before)}
              </th>
              {shown.map((after) => {
                const count = outcomes[`${before}>${after}`] ?? 0;
                const flips = before !== after && count > 0;
                return (
                  <td
                    key={after}
                    className={classNames(
                      'px-3 py-2 text-end',
                      flips ? 'bg-saffron-tint font-bold text-saffron-ink' : 'text-soft',
                    )}
                  >
                    {number.format(count)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
