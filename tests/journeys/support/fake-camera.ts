import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bars from 'bwip-js/node';
import config from '../../playwright.config.ts';

const WIDE = 640;
const HIGH = 480;
const BAR = 4;
const [WHITE, BLACK, GREY] = [235, 16, 128];

/** How Chromium is started whose camera sees a barcode all the time, as a still picture of video. */
export function cameraThatSees(ean13: string) {
  const { executablePath, args = [] } = config.use?.launchOptions ?? {};
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...args, '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${filmOf(ean13)}`],
  };
}

/** One frame, which Chromium shows again and again: brightness, then colour, which is none. */
function filmOf(ean13: string): string {
  const [code] = bars.raw({ bcid: 'ean13', text: ean13 }) as unknown as readonly { readonly sbs: readonly number[] }[];
  const row = Buffer.alloc(WIDE, WHITE);
  let at = (WIDE - 95 * BAR) / 2;
  for (const [place, width] of (code?.sbs ?? []).entries()) {
    if (place % 2 === 0) row.fill(BLACK, at, at + width * BAR);
    at += width * BAR;
  }
  const blank = Buffer.alloc(WIDE * 90, WHITE);
  const barred = Buffer.concat(Array.from({ length: HIGH - 180 }, () => row));
  const film = join(mkdtempSync(join(tmpdir(), 'serai-film-')), 'camera.y4m');
  const head = `YUV4MPEG2 W${WIDE} H${HIGH} F10:1 Ip A1:1 C420jpeg\n`;
  writeFileSync(
    film,
    Buffer.concat([Buffer.from(`${head}FRAME\n`), blank, barred, blank, Buffer.alloc((WIDE * HIGH) / 2, GREY)]),
  );
  return film;
}
