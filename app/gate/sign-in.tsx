'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { KeyPad } from '../_ui/key-pad.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

type Props = {
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly onSignedIn: () => void;
};

/** Who is at the gate: a name, then a PIN. */
export function SignIn({ officers, onSignedIn }: Props) {
  const t = useTranslations('gate.signIn');
  const [officer, setOfficer] = useState(officers.length === 1 ? (officers[0]?.id ?? null) : null);
  const [pin, setPin] = useState('');
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  const isReady = officer !== null && pin.length >= 4;

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    const answer = await run('operator-sessions', { operator: officer, pin });
    setTrouble(troubleOf(answer));
    setPin('');
    if (answer.kind === 'done') onSignedIn();
  };
  return (
    <div className="m-auto grid w-full max-w-4xl gap-5">
      <div className="grid gap-1">
        <h2 className="font-bold text-xl leading-tight">{t('title')}</h2>
        <p className="text-soft">{t('note')}</p>
      </div>
      <Trouble trouble={trouble} />
      <div className="grid gap-5 md:grid-cols-2">
        <Panel title={t('officers')}>
          {officers.length === 0 && <p>{t('none')}</p>}
          <div className="grid max-h-[26rem] gap-3 overflow-auto p-1">
            {officers.map(({ id, name }) => (
              <Button
                key={id}
                size="l"
                wide
                aria-pressed={id === officer}
                className={id === officer ? 'border-teal bg-teal-tint' : ''}
                onPress={() => setOfficer(id)}
              >
                <bdi>{name}</bdi>
              </Button>
            ))}
          </div>
        </Panel>
        <form onSubmit={(event) => void submit(event)}>
          <Panel>
            <TextField
              label={t('pin')}
              type="password"
              inputMode="numeric"
              size="l"
              dir="ltr"
              value={pin}
              onChange={(text) => setPin(text.replace(/\D/g, '').slice(0, 8))}
              inputClassName="num text-center tracking-[0.4em]"
            />
            <KeyPad label={t('pin')} value={pin} onChange={setPin} maxLength={8} />
            <Button type="submit" look="primary" size="xl" wide isDisabled={!isReady} isPending={busy}>
              {t('act')}
            </Button>
          </Panel>
        </form>
      </div>
    </div>
  );
}
