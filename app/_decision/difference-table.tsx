'use client';
import { useTranslations } from 'next-intl';
import type { Difference } from '#lib/law/difference.ts';

type Props = {
  readonly label: string;
  readonly differences: readonly Difference[];
  readonly words: { readonly before: string; readonly after: string; readonly nothing: string };
};

/** Place by place, what stood there and what stands there now. */
export function DifferenceTable({ label, differences, words }: Props) {
  const t = useTranslations('decision');
  return (
    <div className="overflow-x-auto rounded-box border border-line">
      <table aria-label={label} className="w-full text-s">
        <thead>
          <tr className="border-line border-b text-soft">
            {[t('place'), words.before, words.after].map((name) => (
              <th key={name} scope="col" className="px-3 py-1.5 text-start font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(({ pointer, before, after }) => (
            <tr key={pointer} className="border-line border-b align-top last:border-0">
              <th scope="row" className="px-3 py-1.5 text-start font-semibold">
                <bdi dir="ltr" className="break-all">
                  {pointer}
                </bdi>
              </th>
              <td className="px-3 py-1.5 text-soft">
                <Value value={before} nothing={words.nothing} />
              </td>
              <td className="px-3 py-1.5 font-semibold">
                <Value value={after} nothing={words.nothing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Value({ value, nothing }: { readonly value: unknown; readonly nothing: string }) {
  if (value === undefined || value === null) return nothing;
  return (
    <bdi dir="ltr" className="num break-words">
      {typeof value === 'object' ? JSON.stringify(value) : String(value)}
    </bdi>
  );
}
