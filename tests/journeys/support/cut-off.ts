import type { Page } from '@playwright/test';

/**
 * Texts that are not wholly seen: beyond the screen, behind an edge that hides them, out of the box they are painted on, or in something
 * that scrolls sideways and is neither a table nor a row of choices. What scrolls up and down is not cut off.
 */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const SLACK = 1.5;
    /** Naskh and Han have tall boxes round short letters: their first and last fifth are empty. */
    const EMPTY = 0.2;
    const SCROLLS_SIDEWAYS = ':is(nav, [role=tablist], [role=radiogroup], :has(> table), :has(> [role=grid]))';
    const faults: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth + SLACK) faults.push(`the page is ${root.scrollWidth} wide`);

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const holder = node.parentElement;
      if (text === '' || holder === null || !holder.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) continue;
      const fault = faultOf(box, holder, Math.min(box.height, 40) * EMPTY);
      if (fault !== undefined) faults.push(`${text.slice(0, 60)} (${fault})`);
    }
    return [...new Set(faults)];

    function faultOf(box: DOMRect, holder: Element, empty: number): string | undefined {
      let scrollsDown = false;
      let isPainted = false;
      for (let each: Element | null = holder; each !== null && each !== document.body; each = each.parentElement) {
        const style = getComputedStyle(each);
        const bounds = each.getBoundingClientRect();
        const isForEars = bounds.width <= 1 || style.clipPath !== 'none' || (style.position === 'absolute' && bounds.height <= 1);
        if (isForEars) return undefined;
        const beside = box.right > bounds.right + SLACK || box.left < bounds.left - SLACK;
        const above = box.bottom - empty > bounds.bottom + SLACK || box.top + empty < bounds.top - SLACK;
        if (/auto|scroll/.test(style.overflowX)) {
          if (each.matches(SCROLLS_SIDEWAYS)) return undefined;
          if (beside && style.display !== 'inline') return 'out of what scrolls';
        }
        if (/auto|scroll/.test(style.overflowY)) scrollsDown = true;
        if (style.display !== 'inline') {
          if (beside && /hidden|clip/.test(style.overflowX)) return 'cut off';
          if (above && !scrollsDown && /hidden|clip/.test(style.overflowY)) return 'cut off above or below';
          if (!isPainted && paints(style)) {
            isPainted = true;
            if (beside) return 'out of its box';
          }
        }
        if (style.position === 'fixed') break;
      }
      return box.right > innerWidth + SLACK || box.left < -SLACK ? 'beyond the screen' : undefined;
    }

    function paints({ backgroundColor, borderInlineStartWidth, borderInlineEndWidth }: CSSStyleDeclaration): boolean {
      return (
        !/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) ||
        (borderInlineStartWidth !== '0px' && borderInlineEndWidth !== '0px')
      );
    }
  });
}
