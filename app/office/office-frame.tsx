'use client';
import {
  Activity,
  Building2,
  Coins,
  FileDown,
  IdCard,
  MonitorSmartphone,
  ReceiptText,
  Scale,
  ScrollText,
  UserRoundCheck,
  Users,
  Weight,
  WifiOff,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';
import { ClockChoice } from '../_desk/clock.tsx';
import { DeskFrame } from '../_desk/desk-frame.tsx';

const May = createContext(false);

/** Whether this person changes anything here, or only looks. */
export const useMayAct = (): boolean => useContext(May);

const PAGES = [
  { page: 'now', href: '/office', Icon: Activity },
  { page: 'vendors', href: '/office/vendors', Icon: Building2 },
  { page: 'staff', href: '/office/staff', Icon: Users },
  { page: 'devices', href: '/office/devices', Icon: MonitorSmartphone },
  { page: 'offline', href: '/office/offline', Icon: WifiOff },
  { page: 'fiscal', href: '/office/fiscal', Icon: ReceiptText },
  { page: 'scales', href: '/office/scales', Icon: Weight },
  { page: 'passes', href: '/office/passes', Icon: IdCard },
  { page: 'persons', href: '/office/persons', Icon: UserRoundCheck },
  { page: 'law', href: '/office/law', Icon: Scale },
  { page: 'rates', href: '/office/rates', Icon: Coins },
  { page: 'audit', href: '/office/audit', Icon: ScrollText },
  { page: 'files', href: '/office/files', Icon: FileDown },
] as const;

type Props = { readonly person: { readonly name: string; readonly role: string }; readonly children: ReactNode };

export function OfficeFrame({ person, children }: Props) {
  const t = useTranslations('office');
  const mayAct = person.role === 'administrator';
  return (
    <May.Provider value={mayAct}>
      <DeskFrame
        title={t('title')}
        home="/office"
        pages={PAGES.map(({ page, href, Icon }) => ({ href, Icon, name: t(`pages.${page}`) }))}
        person={person}
        foot={
          <div className="grid gap-3">
            {!mayAct && <p className="text-s text-soft">{t('readOnly')}</p>}
            <ClockChoice />
          </div>
        }
      >
        {children}
      </DeskFrame>
    </May.Provider>
  );
}
