import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Fiscal } from './fiscal.tsx';

export default async function FiscalPage() {
  await visitorOrSignIn('office', '/office/fiscal');
  return <Fiscal />;
}
