'use client';
import { useEffect, useState } from 'react';
import type { Receipt } from '#lib/sale/receipt.ts';
import { callApi } from '../_ui/api.ts';
import type { Paper } from './offline-receipt.ts';

const EVERY_MS = 1000;
/** Whoever waits longer prints what there is: the autonomous sign stands. */
const MOST_LOOKS = 15;

/** Receipts with what the operator has said of their fiscal documents since; asked for a little while after the sale. */
export function useRegistered(receipts: readonly Paper[]): readonly Paper[] {
  const [heard, setHeard] = useState<ReadonlyMap<string, Paper['fiscal']>>(new Map());
  const now = receipts.map((receipt) => {
    const fiscal = heard.get(receipt.id);
    return fiscal === undefined ? receipt : { ...receipt, fiscal };
  });
  const asked = now.filter(({ fiscal }) => fiscal?.some(({ state }) => state === 'pending')).map(({ id }) => id);
  const open = asked.join(' ');
  useEffect(() => {
    if (open === '') return;
    let looks = 0;
    const timer = setInterval(async () => {
      looks += 1;
      if (looks > MOST_LOOKS) return clearInterval(timer);
      for (const id of open.split(' ')) {
        const answer = await callApi<{ readonly receipt: Receipt }>('GET', `sales/${id}`);
        if (answer.kind === 'done') setHeard((before) => new Map(before).set(id, answer.body.receipt.fiscal));
      }
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [open]);
  return now;
}
