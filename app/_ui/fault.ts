/** Which of `common.faults` says what happened, from an HTTP status (0: no answer at all). */
export function faultWords(status: number): 'offline' | 'busy' | 'notEnrolled' | 'notAllowed' | 'notFound' | 'other' {
  if (status === 0) return 'offline';
  if (status === 401) return 'notEnrolled';
  if (status === 403) return 'notAllowed';
  if (status === 404) return 'notFound';
  return status === 429 || status === 503 ? 'busy' : 'other';
}
