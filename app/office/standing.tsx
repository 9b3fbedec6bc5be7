'use client';
import { useTranslations } from 'next-intl';
import { ReasonDialog } from '../_desk/reason-dialog.tsx';
import { RowAct } from '../_desk/row-acts.tsx';
import { Badge } from '../_ui/surfaces.tsx';

/** Somebody or something that can be stopped and let go on. */
export type Subject = {
  readonly path: 'vendors' | 'staff' | 'devices';
  readonly id: string;
  readonly name: string;
  readonly suspended: string | null;
};

const KINDS = { vendors: 'vendor', staff: 'person', devices: 'device' } as const;

export function StandingBadge({ suspended }: { readonly suspended: string | null }) {
  const t = useTranslations('office');
  if (suspended === null) return <Badge tone="good">{t('inForce')}</Badge>;
  return (
    <span className="grid justify-items-start gap-0.5">
      <Badge tone="refusal">{t('suspended')}</Badge>
      <span className="max-w-56 text-s text-soft">{suspended}</span>
    </span>
  );
}

/** 'Suspend' or 'Reinstate', whichever fits. */
export function StandingAct({ subject, onAsk }: { readonly subject: Subject; readonly onAsk: (subject: Subject) => void }) {
  const t = useTranslations('office');
  const { name, suspended } = subject;
  return suspended === null ? (
    <RowAct danger label={t('suspend')} whole={t('suspendOne', { name })} onPress={() => onAsk(subject)} />
  ) : (
    <RowAct label={t('reinstate')} whole={t('reinstateOne', { name })} onPress={() => onAsk(subject)} />
  );
}

type Props = { readonly subject: Subject; readonly onClose: () => void; readonly onDone: () => void };

/** Asks why before a suspension; a reinstatement only asks whether. */
export function StandingDialog({ subject, onClose, onDone }: Props) {
  const t = useTranslations('office');
  const { path, id, name, suspended } = subject;
  const suspending = suspended === null;
  return (
    <ReasonDialog
      title={t(suspending ? 'suspendOne' : 'reinstateOne', { name })}
      note={suspending ? t(`suspendNote.${KINDS[path]}`) : t('reinstateNote')}
      label={t(suspending ? 'suspend' : 'reinstate')}
      path={`${path}/${id}/${suspending ? 'suspensions' : 'reinstatements'}`}
      done={t(suspending ? 'done.suspended' : 'done.reinstated', { name })}
      withoutReason={!suspending}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
