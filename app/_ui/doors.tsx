import { BadgeCheck, Building2, IdCard, MonitorSmartphone, Package, ScanLine, ShoppingBag, Store } from 'lucide-react';
import { useTranslations } from 'next-intl';

const DOORS = [
  { door: 'kiosk', Icon: IdCard },
  { door: 'gate', Icon: ScanLine },
  { door: 'till', Icon: Store },
  { door: 'office', Icon: Building2 },
  { door: 'shop', Icon: Package },
  { door: 'market', Icon: ShoppingBag },
  { door: 'pass', Icon: BadgeCheck },
  { door: 'enrol', Icon: MonitorSmartphone },
] as const;

/** Who stands where: a link to each door. Plain links: a door may be another device's whole application. */
export function Doors() {
  const t = useTranslations('everywhere.landing');
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {DOORS.map(({ door, Icon }) => (
        <li key={door}>
          <a
            href={`/${door}`}
            className="flex h-full min-h-24 items-center gap-4 rounded-box border-2 border-line bg-surface p-5 hover:border-teal hover:bg-teal-tint"
          >
            <Icon aria-hidden size={34} strokeWidth={1.75} className="shrink-0 text-teal" />
            <span className="grid">
              <span className="font-bold text-l leading-tight">{t(door)}</span>
              <span className="text-soft">{t(`${door}Note`)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
