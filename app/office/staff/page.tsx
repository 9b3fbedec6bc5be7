import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Staff } from './staff.tsx';

export default async function StaffPage() {
  await visitorOrSignIn('office', '/office/staff');
  return <Staff />;
}
