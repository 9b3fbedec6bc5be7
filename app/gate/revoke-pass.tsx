'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PassCard } from '#lib/pass/pass-card.ts';
import { displayCode } from '#lib/pass/short-code.ts';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import { passTextOf } from './pass-text.ts';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';
import { useAct } from './use-act.ts';

/** Takes a pass out of force. The reason stays on record. */
export function RevokePass() {
  const t = useTranslations('gate.tools');
  const [pass, setPass] = useState('');
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<PassCard | null>(null);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  const { busy, run } = useAct();
  useWedge((text) => setPass(passTextOf(text)));

  const revoke = async (): Promise<void> => {
    const path = `passes/${encodeURIComponent(passTextOf(pass))}/revocations`;
    const answer = await run<{ pass: PassCard }>(path, { reason: reason.trim() });
    const isUnknown = answer.kind === 'fault' && answer.status === 404;
    setTrouble(isUnknown ? { kind: 'refused', refusals: [{ reason: 'pass-unknown', facts: {} }] } : troubleOf(answer));
    setDone(answer.kind === 'done' ? answer.body.pass : null);
    if (answer.kind !== 'done') return;
    setPass('');
    setReason('');
  };
  return (
    <Panel>
      <Trouble trouble={trouble} />
      {done && (
        <p role="status" className="rounded-box bg-green-tint p-4 font-semibold text-green">
          {t('revoked', { code: displayCode(done.code) })}
        </p>
      )}
      <TextField label={t('pass')} hint={t('passHint')} dir="ltr" value={pass} onChange={setPass} inputClassName="num" />
      <TextField label={t('reason')} value={reason} maxLength={500} onChange={setReason} />
      <div className="flex justify-end">
        <Button
          look="danger"
          size="l"
          isDisabled={pass.trim() === '' || reason.trim().length < 3}
          isPending={busy}
          onPress={() => void revoke()}
        >
          {t('revokeAct')}
        </Button>
      </div>
    </Panel>
  );
}
