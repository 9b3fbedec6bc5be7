import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { Rates } from './rates.tsx';

export default async function RatesPage() {
  await visitorOrSignIn('office', '/office/rates');
  return <Rates />;
}
