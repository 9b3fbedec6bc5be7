'use client';
import { useTranslations } from 'next-intl';

export const AUDIT_KINDS = [
  'issue-pass',
  'replace-pass',
  'revoke-pass',
  'record-entry',
  'present-exit',
  'declare-exit-line',
  'resolve-exit-line',
  'close-exit',
  'close-in-absence',
  'ring-up-sale',
  'void-sale',
  'refund-sale',
  'take-payment',
  'open-till-session',
  'close-till-session',
  'sign-in-operator',
  'sign-out-operator',
  'add-product',
  'change-product',
  'move-stock',
  'license-vendor',
  'add-first-administrator',
  'add-staff',
  'add-cashier',
  'add-device',
  'enrol-browser',
  'revoke-device',
  'suspend',
  'reinstate',
  'decide-link',
  'erase-person',
  'end-retention',
] as const;

type Kind = (typeof AUDIT_KINDS)[number];

/** Names for what the audit trail keeps as codes. A code without a word is shown as itself. */
export function useAuditWords() {
  const t = useTranslations('office.audit');
  return {
    kindName: (kind: string): string => (t.has(`kinds.${kind as Kind}`) ? t(`kinds.${kind as Kind}`) : kind),
    /** 'gate:G0003' -> 'Gate G0003' */
    actorName(actor: string): string {
      const [role = '', ...rest] = actor.split(':');
      const code = rest.join(':');
      const word = t.has(`roles.${role as 'gate'}`) ? t(`roles.${role as 'gate'}`) : role;
      return code === '' || code === role ? word : `${word} \u2068${code}\u2069`;
    },
    factName: (fact: string): string => (t.has(`fact.${fact as 'code'}`) ? t(`fact.${fact as 'code'}`) : fact),
    valueName: (value: string): string => (t.has(`values.${value as 'green'}`) ? t(`values.${value as 'green'}`) : value),
  };
}
