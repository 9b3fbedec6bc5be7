'use client';
import { useTranslations } from 'next-intl';
import { audit } from '#lib/words/en/audit.ts';

/** Every kind of act that has a word is one to look for. */
export const AUDIT_KINDS = Object.keys(audit.kinds) as readonly (keyof typeof audit.kinds)[];

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
