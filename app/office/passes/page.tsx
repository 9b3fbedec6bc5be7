import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Passes } from './passes.tsx';

export default async function PassesPage() {
  await visitorOrSignIn('office', '/office/passes');
  return <Passes />;
}
