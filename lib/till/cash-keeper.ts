/** Who keeps cash: a till's drawer, the vendor's safe, the market's bank. */
export const KEEPERS = ['drawer', 'safe', 'bank'] as const;
export type Keeper = (typeof KEEPERS)[number];
