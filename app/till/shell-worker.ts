/**
 * Runs between the till's page and the network (scope /till), so that the till opens with no network. It keeps the till's document and its display's once per
 * language, with the scripts, styles and fonts that it needs and what reads codes by camera, and nothing else: what the API answers, other doors and persons are never here.
 * It imports nothing: the server sends it with its types erased, behind one line that says which shell this is (app/shell-door.ts).
 */
/** Erased too; without it this file would be one with all others. */
export type { Lasting };

declare const SHELL: { readonly version: string; readonly languages: readonly string[]; readonly camera: readonly string[] };

type Lasting = { readonly waitUntil: (done: Promise<unknown>) => void };
type Fetching = Lasting & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Said = Lasting & { readonly data: unknown };
type ShellWorker = {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly cookieStore?: { readonly get: (name: string) => Promise<{ readonly value?: string } | null> };
  readonly addEventListener: <Kind>(kind: string, hear: (event: Kind) => void) => void;
};
const worker = globalThis as unknown as ShellWorker;

const PREFIX = 'serai.till.';
/** Of this version; fonts carry a hash in their names and are good for every version. */
const OWN = `${PREFIX}shell.${SHELL.version}`;
const FONTS = `${PREFIX}fonts`;
/** The till, and the shopper's side of its counter. */
const PAGES = ['/till', '/till/display'];
/** How long a page that was asked for in another language may take. */
const PATIENCE_MS = 3000;

worker.addEventListener<Lasting>('install', (event) => event.waitUntil(fetchShell()));
worker.addEventListener<Lasting>('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener<Said>('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
  if (event.data === 'claim') event.waitUntil(worker.clients.claim());
});
worker.addEventListener<Fetching>('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) return;
  if (event.request.mode === 'navigate') {
    if (PAGES.includes(url.pathname)) event.respondWith(documentFor(event.request, url));
  } else if (url.pathname.startsWith('/_next/static/') || SHELL.camera.includes(url.pathname))
    event.respondWith(assetFor(event.request, url));
});

/** All or nothing: a shell with a hole in it would be found out in the storm. */
async function fetchShell(): Promise<void> {
  const cache = await caches.open(OWN);
  const texts = await Promise.all(
    SHELL.languages
      .flatMap((language) => PAGES.map((path) => ({ language, path })))
      .map(async ({ language, path }) => {
        // Without cookies: the page is nobody's, and the language that this browser chose stays.
        const page = await fetch(`${path}?lang=${language}`, { credentials: 'omit', cache: 'no-store' });
        if (!page.ok) throw new Error(`the till's page answered ${page.status}`);
        await cache.put(pageIn(path, language), page.clone());
        return page.text();
      }),
  );
  const seen = new Set<string>();
  await Promise.all(texts.map((text) => fetchNamed(text, location.href, seen)));
  await cache.addAll([...SHELL.camera]);
}

/** Everything that a text of the shell names, and what that names in turn: scripts that are loaded later, styles, their fonts. */
async function fetchNamed(text: string, base: string, seen: Set<string>): Promise<void> {
  await Promise.all(
    namedIn(text, base).map(async (address) => {
      if (seen.has(address)) return;
      seen.add(address);
      const cache = await caches.open(isFont(address) ? FONTS : OWN);
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      await cache.put(address, answer.clone());
      if (!isFont(address)) await fetchNamed(await answer.text(), address, seen);
    }),
  );
}

/** Han comes in two hundred slices: the page asks for those that its words and goods use, and they are kept as they come. */
const namedIn = (text: string, base: string): readonly string[] => {
  const scripts = [...text.matchAll(/static\/chunks\/[\w.~-]+\.(?:js|css)/g)].map(([path]) => `${location.origin}/_next/${path}`);
  const fonts = [...text.matchAll(/url\(["']?([^)"']+\.woff2)/g)].map(([, path = '']) => new URL(path, base).href);
  return [...new Set([...scripts, ...fonts.filter((address) => !address.includes('noto-sans-sc'))])];
};

const isFont = (address: string): boolean => address.endsWith('.woff2');
const pageIn = (path: string, language: string): string => `${path}?kept=${language}`;

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN && name !== FONTS);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** From disk, so that a slow network costs nothing; a change of language asks the server, which remembers it, and does without. */
async function documentFor(request: Request, url: URL): Promise<Response> {
  const asked = url.searchParams.get('lang');
  if (asked !== null) {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
    if (answer?.ok) return answer;
  }
  const kept = await caches.match(pageIn(url.pathname, known(asked) ?? (await chosen())), { cacheName: OWN });
  return kept ?? fetch(request);
}

async function chosen(): Promise<string> {
  const cookie = await worker.cookieStore?.get('lang').catch(() => null);
  const wished = navigator.languages.map((tag) => tag.split('-')[0] ?? '');
  return known(cookie?.value) ?? wished.find((code) => known(code) !== undefined) ?? 'en';
}

const known = (code: string | null | undefined): string | undefined => SHELL.languages.find((language) => language === code);

async function assetFor(request: Request, url: URL): Promise<Response> {
  const kept = await caches.match(url.href);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(isFont(url.pathname) ? FONTS : OWN)).put(url.href, answer.clone());
  return answer;
}
