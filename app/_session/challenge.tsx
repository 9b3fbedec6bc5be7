import { CHALLENGE_HEADER } from '#lib/staff/browser-proof.ts';
import { theSerai } from '../serai.ts';
import { challengeAt } from './browser-proof.ts';

/** The page of a device brings the challenge of its first call along, so that no screen opens with a refusal. */
export function Challenge() {
  const { keys, now } = theSerai();
  return <meta name={CHALLENGE_HEADER} content={challengeAt(keys.sessionSecret, now())} />;
}
