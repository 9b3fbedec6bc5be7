'use client';
import { useTranslations } from 'next-intl';
import { DRAWER_SIGNS, type DrawerCause } from '#lib/till/drawer.ts';
import type { DrawerLine } from '#lib/till/till-session.ts';
import { ScrollArea } from '../_ui/scroll-area.tsx';
import { Badge, Panel } from '../_ui/surfaces.tsx';
import type { SessionView } from './till-views.ts';

const CAUSES = Object.keys(DRAWER_SIGNS) as readonly DrawerCause[];

/** What lies in the drawer and why, as a column that anybody can add up; one table for the stall's money, one for the market's. */
export function DrawerTables({ session }: { readonly session: SessionView }) {
  const t = useTranslations('drawer.custody');
  return (['stall', 'market'] as const).map((custody) => {
    const lines = session.drawer.filter((line) => line.custody === custody);
    return lines.length === 0 ? null : (
      <Panel key={custody} title={t(custody)}>
        <ScrollArea label={t(custody)} className="overflow-x-auto">
          <DrawerTable lines={lines} />
        </ScrollArea>
      </Panel>
    );
  });
}

function DrawerTable({ lines }: { readonly lines: readonly DrawerLine[] }) {
  const t = useTranslations('drawer');
  const moved = CAUSES.filter((cause) => lines.some(({ causes }) => Number(causes[cause]) !== 0));
  const isCounted = lines.some(({ counted }) => counted !== null);
  return (
    <table className="w-full print:text-[7pt]">
      <thead>
        <tr className="border-line border-b text-s text-soft">
          <td />
          {lines.map(({ currency }) => (
            <th key={currency} scope="col" className="py-2 ps-4 text-end font-semibold">
              <bdi dir="ltr">{currency}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="num">
        {moved.map((cause) => (
          <Row
            key={cause}
            name={t(`causes.${cause}`)}
            of={lines.map(({ causes }) => signed(causes[cause], DRAWER_SIGNS[cause]))}
          />
        ))}
        <Row name={t('expected')} of={lines.map(({ expected }) => expected.replace('-', '−'))} isSum />
        {isCounted && <Row name={t('counted')} of={lines.map(({ counted }) => counted ?? '')} />}
        {isCounted && (
          <tr>
            <th scope="row" className="py-2 text-start font-semibold">
              {t('overShort')}
            </th>
            {lines.map(({ currency, overShort }) => (
              <td key={currency} className="ps-4 text-end">
                <Difference value={overShort ?? '0'} />
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** With the sign under which it counts; nought has none. */
const signed = (amount: string, sign: 1 | -1): string => {
  if (Number(amount) === 0) return '';
  const isMinus = amount.startsWith('-') === (sign === 1);
  return `${isMinus ? '−' : '+'}${amount.replace('-', '')}`;
};

function Row({ name, of, isSum = false }: { readonly name: string; readonly of: readonly string[]; readonly isSum?: boolean }) {
  return (
    <tr className={isSum ? 'border-ink border-t-2 font-bold' : 'border-line border-b'}>
      <th scope="row" className={isSum ? 'py-2 text-start' : 'py-2 text-start font-normal'}>
        {name}
      </th>
      {of.map((figure, place) => (
        <td key={place} className="ps-4 text-end">
          <bdi dir="ltr">{figure}</bdi>
        </td>
      ))}
    </tr>
  );
}

function Difference({ value }: { readonly value: string }) {
  const t = useTranslations('till.z');
  const minor = Number(value);
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2 py-1">
      <b>
        <bdi dir="ltr">{minor === 0 ? value : signed(value, 1)}</bdi>
      </b>
      <span className="on-screen">
        <Badge tone={minor === 0 ? 'good' : minor > 0 ? 'attention' : 'refusal'}>
          {minor === 0 ? t('exact') : minor > 0 ? t('over') : t('short')}
        </Badge>
      </span>
    </span>
  );
}
