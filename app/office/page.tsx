import { visitorOrSignIn } from '../sign-in/visitor-at-door.ts';
import { MarketNow } from './market-now.tsx';

export default async function MarketNowPage() {
  await visitorOrSignIn('office', '/office');
  return <MarketNow />;
}
