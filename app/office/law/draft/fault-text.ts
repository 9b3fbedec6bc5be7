import { useMessages } from 'next-intl';
import type { Wrong } from '#lib/law/fault.ts';
import { faultText } from '#lib/words/fault-text.ts';

/** What is wrong with a draft, in the reader's language. */
export function useFaultText(): (fault: Wrong) => string {
  const { faults } = useMessages().lawRoom;
  return (fault) => faultText(faults, fault);
}
