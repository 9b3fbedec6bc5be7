/**
 * Fetches the slices of the Han face that a text uses, all weights of each, so that the till's worker keeps them: a receipt for a Chinese
 * shopper is right with no network too. The face comes in two hundred slices; most tills need some of them.
 */
export async function keepHanSlices(text: string): Promise<void> {
  const signs = new Set([...text].filter((sign) => /\p{Script=Han}/u.test(sign)).map((sign) => sign.codePointAt(0) ?? 0));
  if (signs.size === 0 || !('caches' in window) || !(await hasWorker())) return;
  await import('../_ui/han-fonts.ts');
  const wanted = slices().filter(({ ranges }) =>
    [...signs].some((sign) => ranges.some(([from, to]) => from <= sign && sign <= to)),
  );
  const missing = wanted.map(({ address }) => address).filter((address) => !kept.has(address));
  while (missing.length > 0) await Promise.all(missing.splice(-AT_ONCE).map(keepSlice));
}

/** The worker keeps what passes by. */
async function keepSlice(address: string): Promise<void> {
  const isThere = (await caches.match(address)) ?? (await fetch(address).catch(() => undefined));
  if (isThere?.ok) kept.add(address);
}

const AT_ONCE = 8;
const kept = new Set<string>();

/** Whether a worker stands between this page and the network, or will in a moment. */
async function hasWorker(): Promise<boolean> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (workers === undefined || (await workers.getRegistration('/till').catch(() => undefined)) === undefined) return false;
  await workers.ready;
  if (workers.controller === null)
    await new Promise((claimed) => workers.addEventListener('controllerchange', claimed, { once: true }));
  return true;
}

type Slice = { readonly address: string; readonly ranges: readonly (readonly [number, number])[] };

function slices(): readonly Slice[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const [, path] = /url\("?([^")]+noto-sans-sc[^")]+\.woff2)/.exec(rule.style.getPropertyValue('src')) ?? [];
      if (path === undefined) return [];
      const ranges = rule.style.getPropertyValue('unicode-range').split(',').map(rangeOf);
      return [{ address: new URL(path, sheet.href ?? location.href).href, ranges }];
    }),
  );
}

/** `U+4e00-9fff`, `U+4e00`. */
function rangeOf(text: string): readonly [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}
