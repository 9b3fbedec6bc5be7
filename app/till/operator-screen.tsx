'use client';
import { UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import { LanguageSwitch } from '../_ui/language-switch.tsx';
import { Refusal } from '../_ui/refusal.tsx';
import { EmptyState, PageHeader } from '../_ui/surfaces.tsx';
import { Tile } from '../_ui/tile.tsx';
import type { RefusalView } from '../_ui/views.ts';
import { useStall } from './stall-context.tsx';
import { Unanswered } from './unanswered.tsx';
import { useAct } from './use-act.ts';
import { useTyping } from './use-typing.ts';

const PIN_FROM = 4;
const PIN_TO = 8;

/** Who stands at the till: a tile per person, then their PIN. A basket on the counter waits. */
export function OperatorScreen({ hasBasket }: { readonly hasBasket: boolean }) {
  const t = useTranslations('till.operator');
  const o = useTranslations('offline.link');
  const { till, place, link } = useStall();
  const [chosen, setChosen] = useState<string | null>(null);
  const person = till.operators.find(({ id }) => id === chosen);
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] gap-6 p-6">
      <PageHeader
        title={person ? person.name : t('title')}
        note={[place, till.vendor?.name].filter(Boolean).join(' · ')}
        acts={<LanguageSwitch />}
      />
      {person ? (
        <PinPad key={person.id} person={person} onBack={() => setChosen(null)} />
      ) : (
        <div className="grid content-start gap-6">
          {link !== 'online' && <p className="rounded-box bg-saffron-tint px-4 py-3 text-saffron-ink">{o('signIn')}</p>}
          {hasBasket && <p className="rounded-box bg-saffron-tint px-4 py-3 text-saffron-ink">{t('basketWaits')}</p>}
          {till.operators.length === 0 ? (
            <EmptyState title={t('nobody')}>{t('nobodyNote')}</EmptyState>
          ) : (
            <ul className="grid gap-4 sm:grid-cols-2 md:grid-cols-3">
              {till.operators.map(({ id, name }) => (
                <li key={id} className="grid">
                  <Tile
                    title={name}
                    picture={<UserRound aria-hidden size={40} className="text-teal" />}
                    onPress={() => setChosen(id)}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </main>
  );
}

function PinPad({
  person,
  onBack,
}: {
  readonly person: { readonly id: string; readonly name: string };
  readonly onBack: () => void;
}) {
  const t = useTranslations('till.operator');
  const { reload } = useStall();
  const act = useAct();
  const [pin, setPin] = useState('');
  const [refusals, setRefusals] = useState<readonly RefusalView[]>([]);
  const [fault, setFault] = useState<number | null>(null);
  const ready = pin.length >= PIN_FROM && act.state === 'idle';

  const signIn = async (): Promise<void> => {
    if (!ready) return;
    setFault(null);
    const answer = await act.run('operator-sessions', { operator: person.id, pin });
    setPin('');
    if (answer.kind === 'done') return reload();
    setRefusals(answer.kind === 'refused' ? answer.refusals : []);
    setFault(answer.kind === 'fault' ? answer.status : null);
  };
  const type = (next: string): void => {
    if (/^\d*$/.test(next)) setPin(next);
  };
  useTyping({ value: pin, onChange: type, onEnter: () => void signIn(), maxLength: PIN_TO });

  return (
    <div className="grid content-start items-start gap-8 md:grid-cols-[1fr_22rem]">
      <div className="grid gap-4">
        <p className="text-l">{t('pinPlease')}</p>
        <Refusal refusals={refusals} />
        <Unanswered act={act} fault={fault} />
        <div>
          <Button onPress={onBack}>{t('somebodyElse')}</Button>
        </div>
      </div>
      <div className="grid gap-4" data-digits>
        <output
          aria-label={t('pin')}
          className="grid min-h-18 place-items-center rounded-box border-2 border-edge bg-surface text-xl tracking-[0.5em]"
        >
          <bdi dir="ltr">
            {'●'.repeat(pin.length)}
            <span className="text-soft">{'○'.repeat(Math.max(0, PIN_FROM - pin.length))}</span>
          </bdi>
        </output>
        <KeyPad label={t('pin')} value={pin} onChange={type} maxLength={PIN_TO} size="l" />
        <Button look="primary" size="xl" wide isDisabled={!ready} isPending={act.state !== 'idle'} onPress={() => void signIn()}>
          {t('signIn')}
        </Button>
      </div>
    </div>
  );
}
