import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Vendors } from './vendors.tsx';

export default async function VendorsPage() {
  await visitorOrSignIn('office', '/office/vendors');
  return <Vendors />;
}
