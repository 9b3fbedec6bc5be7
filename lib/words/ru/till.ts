import type { TillWords } from '../en/till.ts';
import { till as english } from '../en/till.ts';
export const till: TillWords = english;
