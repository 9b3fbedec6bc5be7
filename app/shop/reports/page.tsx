import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Reports } from './reports.tsx';

export default async function ReportsPage() {
  await visitorOrSignIn('shop', '/shop/reports');
  return <Reports />;
}
