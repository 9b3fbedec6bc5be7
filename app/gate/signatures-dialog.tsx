'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Answer } from '../_ui/api.ts';
import { Button } from '../_ui/button.tsx';
import { Dialog } from '../_ui/dialog.tsx';
import { SelectField, TextField } from '../_ui/fields.tsx';
import { nameIn } from '../_ui/names.ts';
import type { GateMarket, GateView } from './gate-views.ts';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import type { Signed } from './use-desk.ts';

type Props = {
  /** The side that the pass belongs to. */
  readonly side: string;
  readonly market: GateMarket;
  readonly officers: GateView['operators'];
  readonly busy: boolean;
  readonly onSign: (signed: Signed) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
};

type Hand = { readonly operator: string | null; readonly pin: string };
const NOBODY: Hand = { operator: null, pin: '' };

/** Out on the other side than they came in: two officers put their PIN to it, and a reason. */
export function SignaturesDialog({ side, market, officers, busy, onSign, onClose }: Props) {
  const t = useTranslations('gate.signatures');
  const language = useLocale();
  const [hands, setHands] = useState<readonly [Hand, Hand]>([NOBODY, NOBODY]);
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const [first, second] = hands;
  const isSame = first.operator !== null && first.operator === second.operator;
  const isReady =
    !isSame && hands.every(({ operator, pin }) => operator !== null && pin.length >= 4) && reason.trim().length >= 3;

  const sign = async (): Promise<void> => {
    const signatures = hands.map(({ operator, pin }) => ({ operator: operator ?? '', pin }));
    const answer = await onSign({ signatures, reason: reason.trim() });
    setTrouble(troubleOf(answer));
    if (answer.kind === 'done') onClose();
    else
      setHands([
        { ...first, pin: '' },
        { ...second, pin: '' },
      ]);
  };
  const change = (place: 0 | 1, hand: Partial<Hand>): void =>
    setHands(place === 0 ? [{ ...first, ...hand }, second] : [first, { ...second, ...hand }]);
  return (
    <Dialog
      wide
      title={t('title')}
      isOpen
      onClose={onClose}
      acts={
        <Button look="primary" size="l" isDisabled={!isReady} isPending={busy} onPress={() => void sign()}>
          {t('act')}
        </Button>
      }
    >
      <p>{t('note', { side: nameIn(market.sides.find(({ code }) => code === side)?.names, language, side) })}</p>
      <Trouble trouble={trouble} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {([0, 1] as const).map((place) => (
          <div key={place} className="grid gap-4">
            <SelectField
              label={t('officer', { place: String(place + 1) })}
              value={hands[place].operator}
              onChange={(operator) => change(place, { operator })}
              placeholder="…"
              choices={officers.map(({ id, name }) => ({ id, name }))}
              error={place === 1 && isSame ? t('same') : undefined}
            />
            <TextField
              label={t('pin', { place: String(place + 1) })}
              type="password"
              inputMode="numeric"
              dir="ltr"
              value={hands[place].pin}
              onChange={(text) => change(place, { pin: text.replace(/\D/g, '').slice(0, 8) })}
            />
          </div>
        ))}
      </div>
      <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} />
    </Dialog>
  );
}
