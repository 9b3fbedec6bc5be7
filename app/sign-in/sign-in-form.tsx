'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { PasswordField } from './password-field.tsx';
import { signIn } from './session.ts';
import { SignInFrame } from './sign-in-frame.tsx';

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
    <SignInFrame>
      <form onSubmit={submit} noValidate className="grid gap-5 rounded-box border border-line bg-surface p-6">
        <div className="grid gap-1">
          <h1 className="font-bold text-xl leading-tight">{t('title')}</h1>
          <p className="text-soft">{t('note')}</p>
        </div>
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
          <div role="alert" className="grid gap-1 rounded-box border-2 border-red bg-red-tint p-4">
            <p className="font-bold">{state === 'wrong' ? t('wrong') : everywhere('faults.title')}</p>
            <p>{state === 'wrong' ? t('wrongNext') : everywhere('faults.offline')}</p>
          </div>
        )}
        <Button type="submit" look="primary" size="l" wide isPending={state === 'working'}>
          {state === 'working' ? t('working') : t('act')}
        </Button>
      </form>
    </SignInFrame>
  );
}
