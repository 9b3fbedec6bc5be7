import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Offline } from './offline.tsx';

export default async function OfflinePage() {
  await visitorOrSignIn('office', '/office/offline');
  return <Offline />;
}
