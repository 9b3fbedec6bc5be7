import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Audit } from './audit.tsx';

export default async function AuditPage() {
  await visitorOrSignIn('office', '/office/audit');
  return <Audit />;
}
