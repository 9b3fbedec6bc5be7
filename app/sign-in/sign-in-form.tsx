'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { PasswordField } from './password-field.tsx';
import { signIn } from './session.ts';
import { SignInCard, SignInTrouble } from './sign-in-frame.tsx';

/** A login and a password. The server decides where its owner goes: this page again, which sends each role to its own door. */
export function SignInForm({ to }: { readonly to: string }) {
  const t = useTranslations('signIn');
  const everywhere = useTranslations('everywhere');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [state, setState] = useState<'open' | 'missing' | 'working' | 'wrong' | 'offline'>('open');

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (login.trim() === '' || password === '') return setState('missing');
    setState('working');
    const answer = await signIn(login.trim(), password);
    if (answer === 'welcome') window.location.assign(`/sign-in?to=${encodeURIComponent(to)}`);
    else setState(answer);
  }

  const missing = (text: string) => (state === 'missing' && text.trim() === '' ? t('missing') : undefined);
  return (
    <SignInCard title={t('title')} note={t('note')} onSubmit={submit}>
      <TextField
        label={t('login')}
        name="login"
        dir="ltr"
        autoComplete="username"
        autoFocus
        value={login}
        onChange={setLogin}
        error={missing(login)}
      />
      <PasswordField autoComplete="current-password" value={password} onChange={setPassword} error={missing(password)} />
      {(state === 'wrong' || state === 'offline') && (
        <SignInTrouble
          what={state === 'wrong' ? t('wrong') : everywhere('faults.title')}
          next={state === 'wrong' ? t('wrongNext') : everywhere('faults.offline')}
        />
      )}
      <Button type="submit" look="primary" size="l" wide isPending={state === 'working'}>
        {state === 'working' ? t('working') : t('act')}
      </Button>
    </SignInCard>
  );
}
