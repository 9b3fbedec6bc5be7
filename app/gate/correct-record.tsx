'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PassRecordView } from '#lib/exit/pass-record.ts';
import { Button } from '../_ui/button.tsx';
import { TextField } from '../_ui/fields.tsx';
import { Panel } from '../_ui/surfaces.tsx';
import { useWedge } from '../_ui/use-wedge.ts';
import { askGate } from './call-gate.ts';
import type { GateMarket } from './gate-views.ts';
import { KnownLines } from './known-lines.tsx';
import { OutsideEntries } from './outside-entries.tsx';
import { passTextOf } from './pass-text.ts';
import { Trouble, type TroubleView, troubleOf } from './trouble.tsx';

/** The record behind a pass, also one that is spent: what an officer finds out later is added to it, signed. */
export function CorrectRecord({ market }: { readonly market: GateMarket }) {
  const t = useTranslations('gate.record');
  const tools = useTranslations('gate.tools');
  const [pass, setPass] = useState('');
  const [record, setRecord] = useState<PassRecordView | null>(null);
  const [trouble, setTrouble] = useState<TroubleView | null>(null);
  useWedge((text) => void open(passTextOf(text)));

  async function open(text: string): Promise<void> {
    setPass(text);
    const answer = await askGate<PassRecordView>(`passes/${encodeURIComponent(passTextOf(text))}/record`);
    const isUnknown = answer.kind === 'fault' && (answer.status === 404 || answer.status === 400);
    setTrouble(isUnknown ? { kind: 'refused', refusals: [{ reason: 'pass-unknown', facts: {} }] } : troubleOf(answer));
    setRecord(answer.kind === 'done' ? answer.body : null);
  }
  const again = (): Promise<void> => open(pass);
  return (
    <div className="grid gap-4">
      <Panel>
        <Trouble trouble={trouble} />
        <div className="flex items-end gap-3">
          <div className="flex-1">
            <TextField label={tools('pass')} hint={t('scan')} dir="ltr" value={pass} onChange={setPass} inputClassName="num" />
          </div>
          <Button className="mb-8" look="primary" isDisabled={pass.trim() === ''} onPress={() => void again()}>
            {t('open')}
          </Button>
        </div>
      </Panel>
      {record && <KnownLines record={record} market={market} onChanged={again} />}
      {record && <OutsideEntries pass={pass} record={record} market={market} onChanged={again} />}
    </div>
  );
}
