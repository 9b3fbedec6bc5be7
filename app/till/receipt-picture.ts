'use client';
import { type Bitmap, bitmapOf } from '#lib/printer/bitmap.ts';

/** Letters as high on paper of either width as a hand's length away is read: 3.5 mm, and on small paper a little less. */
const letterDots = (dots: number): number => (dots < 500 ? 21 : 28);

/**
 * A receipt as the dots of a printer's head. The browser lays it out, a dot for a CSS pixel, so that words are joined, turned and broken
 * as on the screen; each piece of text is then drawn where the browser put it. No printer knows these scripts, every printer knows dots.
 */
export async function pictureOf(receipt: HTMLElement, dots: number): Promise<Bitmap> {
  const sheet = document.createElement('div');
  sheet.className = 'in-dots';
  sheet.inert = true;
  sheet.style.inlineSize = `${dots}px`;
  sheet.style.fontSize = `${letterDots(dots)}px`;
  sheet.append(receipt.cloneNode(true));
  document.body.append(sheet);
  try {
    await facesFor(sheet);
    const { height } = sheet.getBoundingClientRect();
    const canvas = new OffscreenCanvas(dots, Math.ceil(height));
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    if (pen === null) throw new Error('this browser draws nothing');
    draw(sheet, pen);
    return bitmapOf(pen.getImageData(0, 0, canvas.width, canvas.height));
  } finally {
    sheet.remove();
  }
}

/** How long a face may be on its way; in the dark it may never come, and what the tablet has of its own is drawn instead. */
const FACES_MS = 4000;

/** A face is fetched once something is laid out in it; the Han face only where there is something to read in it. */
async function facesFor(sheet: HTMLElement): Promise<void> {
  if (/\p{Script=Han}/u.test(sheet.textContent)) await import('../_ui/han-fonts.ts').catch(() => undefined);
  const until = performance.now() + FACES_MS;
  do {
    sheet.getBoundingClientRect();
    const late = new Promise((over) => setTimeout(over, until - performance.now()));
    await Promise.race([document.fonts.ready, late]);
  } while (document.fonts.status !== 'loaded' && performance.now() < until);
}

type Pen = OffscreenCanvasRenderingContext2D;

function draw(sheet: HTMLElement, pen: Pen): void {
  const { left, top } = sheet.getBoundingClientRect();
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.fillStyle = '#000';
  pen.translate(-left, -top);
  pen.textRendering = 'geometricPrecision';
  for (const rule of sheet.querySelectorAll('hr')) drawDashes(rule.getBoundingClientRect(), pen);
  for (const code of sheet.querySelectorAll('svg')) drawCode(code, pen);
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) drawText(texts.currentNode as Text, pen);
}

const DASH = { dots: 8, gap: 5, thick: 2 };

function drawDashes({ left, right, top }: DOMRect, pen: Pen): void {
  for (let x = left; x < right; x += DASH.dots + DASH.gap)
    pen.fillRect(x, Math.round(top), Math.min(DASH.dots, right - x), DASH.thick);
}

/** Squares of whole dots, as many as the picture has units: one that is a dot too wide is one that a scanner may take for two. */
function drawCode(code: SVGSVGElement, pen: Pen): void {
  const { left, top, width } = code.getBoundingClientRect();
  const modules = code.viewBox.baseVal.width;
  const side = Math.max(1, Math.floor(width / modules));
  const path = code.querySelector('path')?.getAttribute('d') ?? '';
  pen.save();
  pen.translate(Math.round(left + (width - side * modules) / 2), Math.round(top + (width - side * modules) / 2));
  pen.scale(side, side);
  pen.fill(new Path2D(path));
  pen.restore();
}

/** One piece of text, line by line: the browser has turned and joined it as a whole, and does so again here, on the same whole dots. */
function drawText(text: Text, pen: Pen): void {
  const parent = text.parentElement;
  if (parent === null || text.data.trim() === '' || parent.closest('style, svg') !== null) return;
  const { direction, fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  pen.direction = direction === 'rtl' ? 'rtl' : 'ltr';
  pen.textAlign = 'left';
  for (const { words, left, top } of linesOf(text)) pen.fillText(words, left, top + pen.measureText(words).fontBoundingBoxAscent);
}

type Line = { words: string; left: number; top: number };

/** The lines that a piece of text was broken into: letters stand on one line while none begins below the one before. */
function linesOf(text: Text): readonly Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.data)) {
    range.setStart(text, index);
    range.setEnd(text, index + segment.length);
    const [box] = range.getClientRects();
    if (box === undefined) continue;
    const sign = /^\s/.test(segment) ? ' ' : segment;
    const line = lines.at(-1);
    if (line === undefined || Math.abs(line.top - box.top) > box.height / 2)
      lines.push({ words: sign, left: sign === ' ' ? Number.POSITIVE_INFINITY : box.left, top: box.top });
    else {
      line.words += sign;
      if (sign !== ' ') line.left = Math.min(line.left, box.left);
    }
  }
  return lines.map((line) => ({ ...line, words: line.words.trim() })).filter(({ words }) => words !== '');
}
