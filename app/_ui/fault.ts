/** Who reads it: staff at a device, a person who signed in, or a shopper with a pass. */
export type Reader = 'device' | 'person' | 'shopper';

const STRANGER = { device: 'notEnrolled', person: 'signedOut', shopper: 'passNotKnown' } as const;
const NOT_ALLOWED = { device: 'notAllowed', person: 'notYourRole', shopper: 'passNotKnown' } as const;

/** Which of `everywhere.faults` says what happened, from an HTTP status (0: no answer at all). */
export function faultWords(status: number, reader: Reader = 'device') {
  if (status === 0) return 'offline';
  if (status === 401) return STRANGER[reader];
  if (status === 403) return NOT_ALLOWED[reader];
  if (status === 404) return 'notFound';
  return status === 429 || status === 503 ? 'busy' : 'other';
}
