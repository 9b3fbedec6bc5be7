import type { Page } from '@playwright/test';

/** Rows of dots, 1 is black. */
export type Dots = readonly Uint8Array[];

/** What a page draws of the same receipt, laid out by it in the same width: its own picture of it, made black and white. */
export async function dotsOnScreen(page: Page, change: (paper: HTMLElement) => void = () => undefined): Promise<Dots> {
  await page.evaluate(
    ([width, letter]) => {
      const paper = document.querySelector('[data-paper] article')?.cloneNode(true) as HTMLElement;
      const sheet = Object.assign(document.createElement('div'), { id: 'sheet', className: 'in-dots' });
      sheet.style.cssText = `inset:0 auto auto 0;z-index:9999;inline-size:${width};font-size:${letter}`;
      sheet.append(paper);
      document.body.append(sheet);
    },
    ['576px', '28px'] as const,
  );
  await page.locator('#sheet').evaluate(change);
  await page.evaluate(() => document.fonts.ready);
  const { width, height } = (await page.locator('#sheet').boundingBox()) ?? { width: 0, height: 0 };
  const own = page.viewportSize();
  await page.setViewportSize({ width: Math.max(1280, width), height: Math.max(800, Math.ceil(height)) });
  const picture = await page.locator('#sheet').screenshot();
  await page.locator('#sheet').evaluate((sheet) => sheet.remove());
  if (own) await page.setViewportSize(own);
  // Of a last row that is only partly the sheet's the rest is the page behind it.
  return (await dotsOfPng(page, picture)).slice(0, Math.floor(height));
}

const dotsOfPng = async (page: Page, png: Buffer): Promise<Dots> => {
  const rows = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    pen.drawImage(image, 0, 0);
    const { data: pixels } = pen.getImageData(0, 0, image.width, image.height);
    return Array.from({ length: image.height }, (_, y) =>
      Array.from({ length: image.width }, (__, x) => ((pixels[(y * image.width + x) * 4 + 1] ?? 0) < 168 ? '1' : '0')).join(''),
    );
  }, png.toString('base64'));
  return rows.map((row) => Uint8Array.from(row, Number));
};

/** A picture of dots that a person can look at. */
export async function pngOfDots(page: Page, dots: Dots): Promise<Buffer> {
  const rows = dots.map((row) => row.join(''));
  const url = await page.evaluate((lines) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: lines[0]?.length ?? 1, height: lines.length });
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#000';
    lines.forEach((line, y) => {
      for (let x = 0; x < line.length; x += 1) if (line[x] === '1') pen.fillRect(x, y, 1, 1);
    });
    return canvas.toDataURL('image/png');
  }, rows);
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

/** About a line of letters. */
const BAND = 44;

/**
 * Which share of the black dots of either picture has no black dot of the other where it is or beside it, in the band of lines where that
 * is worst. A letter's edge may lie a dot off; a letter that is not there, joined otherwise or somewhere else may not.
 */
export function strayDots(one: Dots, other: Dots): number {
  let worst = 0;
  for (let top = 0; top < Math.max(one.length, other.length); top += BAND) {
    const [here, there] = [strays(one, other, top), strays(other, one, top)];
    const black = here.black + there.black;
    if (black > 0) worst = Math.max(worst, (here.stray + there.stray) / black);
  }
  return worst;
}

function strays(dots: Dots, beside: Dots, top: number): { readonly stray: number; readonly black: number } {
  let [stray, black] = [0, 0];
  for (let y = top; y < Math.min(top + BAND, dots.length); y += 1)
    dots[y]?.forEach((dot, x) => {
      if (dot === 0) return;
      black += 1;
      const isNear = [-1, 0, 1].some((dy) => [-1, 0, 1].some((dx) => beside[y + dy]?.[x + dx] === 1));
      if (!isNear) stray += 1;
    });
  return { stray, black };
}
