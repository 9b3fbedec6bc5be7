'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { LEAST_PASSWORD, LOGIN } from '#lib/staff/sign-in-rules.ts';
import { callApi, newId } from '../../_ui/api.ts';
import { Button } from '../../_ui/button.tsx';
import { faultWords } from '../../_ui/fault.ts';
import { TextField } from '../../_ui/fields.tsx';
import { Refusal } from '../../_ui/refusal.tsx';
import type { RefusalView } from '../../_ui/views.ts';
import { PasswordField } from '../password-field.tsx';
import { signIn } from '../session.ts';
import { SignInCard, SignInTrouble } from '../sign-in-frame.tsx';

type State =
  | { readonly kind: 'open' | 'asked' | 'working' }
  | { readonly kind: 'refused'; readonly refusals: readonly RefusalView[] }
  | { readonly kind: 'fault'; readonly status: number };

const OVER: State = { kind: 'refused', refusals: [{ reason: 'first-link-over', facts: {} }] };

/** Whoever opens the link that the server printed becomes the market's administrator, under a name and a password of their own. */
export function FirstAdministrator() {
  const t = useTranslations('signIn');
  const everywhere = useTranslations('everywhere');
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [state, setState] = useState<State>({ kind: 'open' });
  const link = useRef({ token: '', id: '' });

  useEffect(() => {
    if (link.current.id !== '') return;
    link.current = { token: window.location.hash.slice(1), id: newId() };
    // The link is worth a market: it does not stay in the address bar.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    if (link.current.token === '') setState(OVER);
  }, []);

  const faults = {
    name: name.trim().length < 2 ? t('missing') : undefined,
    login: LOGIN.test(login) ? undefined : t('first.loginBad'),
    password: password.length < LEAST_PASSWORD ? t('first.passwordBad') : undefined,
  };
  const wasAsked = state.kind === 'asked';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (faults.name ?? faults.login ?? faults.password) return setState({ kind: 'asked' });
    setState({ kind: 'working' });
    const { token, id } = link.current;
    const answer = await callApi('POST', 'first-administrator', { id, token, name: name.trim(), login, password });
    if (answer.kind === 'refused') return setState({ kind: 'refused', refusals: answer.refusals });
    if (answer.kind === 'fault') return setState({ kind: 'fault', status: answer.status });
    await signIn(login, password);
    window.location.replace('/sign-in?to=/office');
  }

  return (
    <SignInCard title={t('first.title')} note={t('first.note')} onSubmit={submit}>
      <TextField
        label={t('first.name')}
        hint={t('first.nameHint')}
        name="name"
        autoFocus
        maxLength={80}
        value={name}
        onChange={setName}
        error={wasAsked && faults.name}
      />
      <TextField
        label={t('login')}
        hint={t('first.loginHint')}
        name="login"
        dir="ltr"
        autoComplete="username"
        maxLength={40}
        value={login}
        onChange={(text) => setLogin(text.toLowerCase())}
        error={wasAsked && faults.login}
      />
      <PasswordField
        autoComplete="new-password"
        hint={t('first.passwordHint')}
        value={password}
        onChange={setPassword}
        error={wasAsked && faults.password}
      />
      <div aria-live="assertive" className="empty:hidden">
        {state.kind === 'refused' && <Refusal refusals={state.refusals} />}
        {state.kind === 'fault' && (
          <SignInTrouble what={everywhere('faults.title')} next={everywhere(`faults.${faultWords(state.status, 'person')}`)} />
        )}
      </div>
      <Button type="submit" look="primary" size="l" wide isPending={state.kind === 'working'}>
        {state.kind === 'working' ? t('working') : t('first.act')}
      </Button>
    </SignInCard>
  );
}
