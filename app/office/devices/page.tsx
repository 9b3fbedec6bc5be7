import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Devices } from './devices.tsx';

export default async function DevicesPage() {
  await visitorOrSignIn('office', '/office/devices');
  return <Devices />;
}
