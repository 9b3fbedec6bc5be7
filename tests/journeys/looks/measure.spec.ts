import { expect } from '@playwright/test';
import { cutOff } from '../support/cut-off.ts';
import { test } from '../support/journey.ts';

const LONG = 'Тауарларды алып жүретін адамның рұқсаттамасы';

const FAULTY = {
  'beyond the screen': `<p style="white-space:nowrap">${LONG.repeat(4)}</p>`,
  'cut off': `<p style="width:90px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${LONG}</p>`,
  'cut off above or below': `<p style="width:300px;height:20px;overflow:hidden">${LONG}</p>`,
  'out of its box': `<button style="width:90px;white-space:nowrap">${LONG}</button>`,
  'out of what scrolls': `<div style="width:90px;overflow:auto"><p style="white-space:nowrap">${LONG}</p></div>`,
};

const SOUND = [
  `<p>${LONG}</p>`,
  `<div style="height:60px;overflow-y:auto"><p>${LONG.repeat(9)}</p></div>`,
  `<div style="width:90px;overflow:auto"><table><td style="white-space:nowrap">${LONG}</td></table></div>`,
  `<span style="position:absolute;width:1px;height:1px;overflow:hidden">${LONG}</span>`,
];

test('the measure of cut-off text finds each way to lose a text, and nothing where none is lost', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  for (const [fault, html] of Object.entries(FAULTY)) {
    await page.setContent(html);
    expect(await cutOff(page)).toContainEqual(expect.stringContaining(`(${fault})`));
  }
  for (const html of SOUND) {
    await page.setContent(html);
    expect(await cutOff(page)).toEqual([]);
  }
});
