import { visitorOrSignIn } from '../../sign-in/visitor-at-door.ts';
import { LawRoom } from './law-room.tsx';

export default async function LawRoomPage() {
  await visitorOrSignIn('office', '/office/law');
  return <LawRoom />;
}
