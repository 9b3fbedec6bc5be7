'use client';
import { ArrowLeft, ArrowRight, IdCard, Scale, UserMinus, UserPlus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type Dispatch, memo } from 'react';
import { displayCode } from '#lib/pass/short-code.ts';
import { languageOf } from '#lib/words/languages.ts';
import { Button } from '../_ui/button.tsx';
import type { BasketStep } from './basket.ts';
import { ChipRow } from './chip-row.tsx';
import { useStall } from './stall-context.tsx';
import { Key } from './till-bar.tsx';
import type { TillPass } from './till-views.ts';

type Props = {
  readonly passes: readonly TillPass[];
  /** The pass that new lines are for. */
  readonly selected: string | null;
  readonly step: Dispatch<BasketStep>;
  readonly onOpen: (what: 'pass' | 'why') => void;
};

/** Whose sale this is: no name, only what the law asks for. A party's passes stand side by side. */
export const ShopperCard = memo(function ShopperCard({ passes, selected, step, onOpen }: Props) {
  const t = useTranslations('till.shopper');
  const pass = passes.find(({ id }) => id === selected);
  if (!pass) {
    return (
      <div className="grid gap-1 p-4">
        <Button look="secondary" size="l" wide onPress={() => onOpen('pass')}>
          <IdCard aria-hidden size={26} />
          {t('scan')}
          <Key name="F2" />
        </Button>
      </div>
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 px-5 pt-3 pb-2">
      <div className="flex items-center gap-2">
        <WhoIsIt pass={pass} />
        <Button className="px-0!" look="quiet" aria-label={t('limits')} onPress={() => onOpen('why')}>
          <Scale aria-hidden size={22} />
        </Button>
        <Button className="px-0!" aria-label={pass.party === null ? t('change') : t('addParty')} onPress={() => onOpen('pass')}>
          {pass.party === null ? <IdCard aria-hidden size={22} /> : <UserPlus aria-hidden size={22} />}
        </Button>
        <Button
          className="px-0!"
          look="quiet"
          aria-label={t('takeAway')}
          onPress={() => step({ do: 'take-pass-away', pass: pass.id })}
        >
          <UserMinus aria-hidden size={22} />
        </Button>
      </div>
      {passes.length > 1 && (
        <ChipRow
          label={t('whose')}
          value={pass.id}
          onChange={(id) => step({ do: 'select-pass', pass: id })}
          chips={passes.map((one) => ({ id: one.id, name: <Initials pass={one} /> }))}
        />
      )}
    </div>
  );
});

function WhoIsIt({ pass }: { readonly pass: TillPass }) {
  const t = useTranslations('till.shopper');
  const o = useTranslations('offline.sale');
  const law = useTranslations('law.sides');
  const { sideName } = useStall();
  const side = pass.visit?.side ?? pass.side;
  const Arrow = languageOf(useLocale()).dir === 'rtl' ? ArrowLeft : ArrowRight;
  return (
    <div className="me-auto grid min-w-0 leading-tight">
      <p className="flex items-center gap-2 font-bold text-[1.25rem]">
        <bdi dir="ltr">{pass.traveller.nationality}</bdi>
        <Arrow aria-label={t('to')} size={20} className="shrink-0" />
        <span>{law.has(side as 'CN') ? law(side as 'CN') : sideName(side)}</span>
      </p>
      <p className="text-s text-soft">
        {pass.code === '' ? (
          o('stranger')
        ) : (
          <>
            <bdi dir="ltr">{displayCode(pass.code)}</bdi> · <bdi dir="ltr">{pass.traveller.initials}</bdi> ·{' '}
            {t(`ages.${pass.traveller.ageClass}`)}
          </>
        )}
      </p>
    </div>
  );
}

/** A pass among others of its party: initials and the end of its code. */
export function Initials({ pass }: { readonly pass: TillPass }) {
  return (
    <bdi dir="ltr">
      {pass.traveller.initials} {displayCode(pass.code).slice(-4)}
    </bdi>
  );
}
