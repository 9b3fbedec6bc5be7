'use client';
import { useTranslations } from 'next-intl';
import type { CashKind } from './cash-kinds.ts';
import type { Signature } from './sign-field.tsx';
import { useStall } from './stall-context.tsx';

export type Signed = { readonly giver: Signature; readonly taker: Signature };
type Signer = {
  readonly side: keyof Signed;
  readonly label: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly note?: string;
};

/** Who may say yes beside whoever stands here: an owner; at the market's desk any other of its people. */
export function useApprovers() {
  const { till } = useStall();
  const t = useTranslations('drawer.sign');
  if (till.stall === null) return { label: t('second'), people: till.operators.filter(({ id }) => id !== till.operator?.id) };
  return { label: t('owner'), people: till.operators.filter(({ role }) => role === 'owner') };
}

/** Who must sign: for cash out the owner, unless they stand here; for a move both who give and who take. */
export function useSigners(kind: CashKind): readonly Signer[] {
  const t = useTranslations('drawer.sign');
  const { till } = useStall();
  const approvers = useApprovers();
  if (kind === 'in' || (kind === 'out' && till.operator?.role === 'owner')) return [];
  if (kind === 'out') return [{ side: 'giver', ...approvers, note: t('ownerNote') }];
  return [
    { side: 'giver', label: t('giver'), people: till.operators },
    { side: 'taker', label: t('taker'), people: kind === 'toBank' ? till.marketStaff : till.operators },
  ];
}
