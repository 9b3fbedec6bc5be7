import type { ReactNode } from 'react';

type Props = {
  /** A goods category of the pack; the drawing is found by the words in its id. */
  readonly category: string;
  readonly size?: number | string;
};

/** Our own drawing of a kind of goods, until the vendor gives a picture. Decoration: the name beside it says what it is. */
export function CategoryPicture({ category, size = 58 }: Props) {
  const drawing = DRAWINGS[drawingOf(category)] ?? BOX;
  return (
    <svg width={size} height={size} viewBox="0 0 58 58" aria-hidden="true" focusable="false" className="shrink-0">
      <rect width="58" height="58" rx="10" fill={drawing.ground} />
      <g fill="none" stroke="#3a342b" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        {drawing.lines}
      </g>
    </svg>
  );
}

const KEYS: readonly (readonly [RegExp, string])[] = [
  [/ciga|tobacco|smok/, 'cigarettes'],
  [/alcohol|spirit|wine|beer|drink|liquor|brandy/, 'bottle'],
  [/honey|jam/, 'honey'],
  [/tea|coffee/, 'tea'],
  [/sweet|chocolate|confection|candy|food|nut|fruit|dairy|meat|fish/, 'sweets'],
  [/silk|textile|fabric|scar/, 'silk'],
  [/wool|fur|cashmere|carpet|felt/, 'wool'],
  [/phone|electronic|computer|tablet|camera/, 'phone'],
  [/lamp|light|appliance|household|home/, 'lamp'],
  [/cosmetic|perfume|beauty|hygiene|medic/, 'cosmetics'],
  [/wheel|tyre|tire|vehicle|car-|auto|tool|machine/, 'wheel'],
  [/watch|jewel|gold|precious/, 'watch'],
  [/toy|game|child|sport|music|instrument|book/, 'toy'],
  [/shoe|boot|footwear/, 'shoe'],
  [/bag|leather|luggage/, 'bag'],
  [/cloth|garment|apparel|wear/, 'shirt'],
];

const drawingOf = (category: string): string => KEYS.find(([words]) => words.test(category.toLowerCase()))?.[1] ?? 'box';

type Drawing = { readonly ground: string; readonly lines: ReactNode };
const BOX: Drawing = {
  ground: '#ece3d2',
  lines: (
    <>
      <path d="m12 21 17-9 17 9v17l-17 9-17-9Z" fill="#d9b98a" />
      <path d="m12 21 17 9 17-9M29 30v17" />
      <path d="m20 17 17 9v6" stroke="#8c5a1e" />
    </>
  ),
};

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  box: BOX,
  silk: {
    ground: '#ecdff0',
    lines: (
      <>
        <path d="M14 15c6-4 12 4 18 0s9-2 12 0v22c-4-2-7-3-12 0s-12-4-18 0Z" fill="#b77fc4" />
        <path d="M14 22c6-4 12 4 18 0s9-2 12 0M14 30c6-4 12 4 18 0s9-2 12 0" stroke="#7d4a8a" />
        <path d="M17 37v8m5-8v8m14-9v8m5-8v8" />
      </>
    ),
  },
  honey: {
    ground: '#f6e6b8',
    lines: (
      <>
        <path d="M17 20h24v4c3 2 4 5 4 9v7a6 6 0 0 1-6 6H19a6 6 0 0 1-6-6v-7c0-4 1-7 4-9Z" fill="#eba92c" />
        <path d="M16 13h26v7H16Z" fill="#fff4d6" />
        <path d="m29 27 6 3.5v7L29 41l-6-3.5v-7Z" fill="#ffe09a" />
      </>
    ),
  },
  bottle: {
    ground: '#e9d2c3',
    lines: (
      <>
        <path d="M25 9h8v11c0 4 6 5 6 12v15a3 3 0 0 1-3 3H22a3 3 0 0 1-3-3V32c0-7 6-8 6-12Z" fill="#8a4b2a" />
        <path d="M19 33h20v10H19Z" fill="#f7e8c8" />
        <path d="M25 14h8M24 38h10" />
      </>
    ),
  },
  cigarettes: {
    ground: '#e3e0da',
    lines: (
      <>
        <path d="M16 22h26v26H16Z" fill="#b33a32" />
        <path d="M16 22h26v7H16Z" fill="#fff" />
        <path d="M21 22V10h5v12m1 0V8h5v14m1 0V12h5v10" fill="#fff" />
        <path d="M21 14h5m1-2h5m1 4h5" stroke="#c9862f" />
      </>
    ),
  },
  phone: {
    ground: '#d5e3e6',
    lines: (
      <>
        <rect x="18" y="8" width="22" height="42" rx="4" fill="#2d4750" />
        <path d="M21 14h16v28H21Z" fill="#9fd0d6" stroke="none" />
        <path d="M27 46h4" stroke="#fff" />
        <path d="m24 34 5-9 3 5 2-3 3 7Z" fill="#4f97a1" stroke="none" />
      </>
    ),
  },
  lamp: {
    ground: '#eef0cd',
    lines: (
      <>
        <path d="M21 11h16l6 18H15Z" fill="#f4c64f" />
        <path d="M29 29v15M20 47h18l-3-4H23Z" fill="#8f8a5c" />
        <path d="M36 29v7" />
      </>
    ),
  },
  tea: {
    ground: '#dbe8d3',
    lines: (
      <>
        <path d="M12 27h28l-4 15a4 4 0 0 1-4 3H20a4 4 0 0 1-4-3Z" fill="#fff" />
        <path d="M39 30h4a5 5 0 0 1 0 9h-6" />
        <path d="M15 31h22" stroke="#4f8a3d" strokeWidth="4" />
        <path d="M21 21c-3-4 3-5 0-9m8 9c-3-4 3-5 0-9" stroke="#6b7d62" />
      </>
    ),
  },
  sweets: {
    ground: '#f0d9e2',
    lines: (
      <>
        <circle cx="29" cy="29" r="11" fill="#d85c88" />
        <path d="m20 23-10-5-1 11 10 1M38 35l10 5 1-11-10-1" fill="#f2a9c1" />
        <path d="M22 33c4 1 9-1 13-9" stroke="#fff" />
      </>
    ),
  },
  wool: {
    ground: '#e8e2d6',
    lines: (
      <>
        <circle cx="27" cy="30" r="15" fill="#c99b6d" />
        <path d="M15 23c8 1 16 6 21 17M13 31c7 0 13 4 17 13M21 16c9 2 16 8 20 18" stroke="#8a6036" />
        <path d="M40 38c5 3 7 6 4 10" />
      </>
    ),
  },
  cosmetics: {
    ground: '#f3ddd2',
    lines: (
      <>
        <path d="M12 30h14v17H12Z" fill="#b33a55" />
        <path d="M14 30V20l5-7 5 5v12" fill="#e46c86" />
        <path d="M32 24h14v23H32Z" fill="#fff" />
        <path d="M35 15h8v9h-8Z" fill="#d6a25c" />
        <path d="M32 33h14" />
      </>
    ),
  },
  wheel: {
    ground: '#dcdfe3',
    lines: (
      <>
        <circle cx="29" cy="29" r="19" fill="#39424b" />
        <circle cx="29" cy="29" r="11" fill="#c9d0d8" />
        <circle cx="29" cy="29" r="3" fill="#39424b" />
        <path d="M29 18v8m0 6v8m-11-11h8m6 0h8" />
      </>
    ),
  },
  watch: {
    ground: '#e2ddf0',
    lines: (
      <>
        <path d="M22 7h14l2 11H20ZM20 40h18l-2 11H22Z" fill="#7b5b43" />
        <circle cx="29" cy="29" r="13" fill="#f3d48a" />
        <circle cx="29" cy="29" r="9" fill="#fff" />
        <path d="M29 24v5l4 3" />
      </>
    ),
  },
  toy: {
    ground: '#fbe6c6',
    lines: (
      <>
        <circle cx="19" cy="17" r="5" fill="#b98250" />
        <circle cx="39" cy="17" r="5" fill="#b98250" />
        <circle cx="29" cy="23" r="11" fill="#cf9a64" />
        <path d="M18 46c0-9 4-13 11-13s11 4 11 13Z" fill="#cf9a64" />
        <path d="M25 21v1m8-1v1m-6 5c1 2 3 2 4 0" />
      </>
    ),
  },
  bag: {
    ground: '#ecd9c6',
    lines: (
      <>
        <path d="M13 24h32l3 22H10Z" fill="#9a5a2c" />
        <path d="M21 29v-8a8 8 0 0 1 16 0v8" />
        <path d="M11 36h36" stroke="#d8a56f" />
      </>
    ),
  },
  shoe: {
    ground: '#d9dfe8',
    lines: (
      <>
        <path d="M11 20c5 4 10 3 13-2 5 8 11 12 20 13 4 1 5 4 5 8H11Z" fill="#4c6a94" />
        <path d="M11 39h38v5H11Z" fill="#fff" />
        <path d="m27 24 4-3m0 7 4-3" stroke="#fff" />
      </>
    ),
  },
  shirt: {
    ground: '#d7e6ea',
    lines: (
      <>
        <path d="m21 12-11 6 4 10 5-2v20h20V26l5 2 4-10-11-6c-2 5-14 5-16 0Z" fill="#4f97a1" />
        <path d="M29 22v18" stroke="#d7e6ea" />
      </>
    ),
  },
};
