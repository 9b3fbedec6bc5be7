/** Noon in Khorgos on an ordinary Wednesday, well inside one day on both sides of the market. */
export const TEST_NOW = '2026-11-18T07:00:00.000Z';
