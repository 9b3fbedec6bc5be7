import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Scales } from './scales.tsx';

export default async function ScalesPage() {
  await visitorOrSignIn('office', '/office/scales');
  return <Scales />;
}
