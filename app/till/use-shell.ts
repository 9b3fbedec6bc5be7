'use client';
import { useEffect, useRef, useState } from 'react';

const LOOKS_MS = 15 * 60_000;
/** After an install that a hiccup of the network broke. */
const AGAIN_MS = 10_000;

/**
 * Keeps the till's page on this tablet, so that it opens with no network. A newer version is fetched beside the one that runs, and takes over
 * as soon as it `may`: nothing lies on the counter and nothing is being done.
 */
export function useShell(may: boolean): void {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const isOld = useRef(false);
  const mayNow = useRef(may);
  useEffect(() => {
    mayNow.current = may;
    if (may && waiting) waiting.postMessage('take-over');
    if (may && isOld.current) window.location.reload();
  }, [may, waiting]);

  useEffect(() => {
    // Only at https and at localhost.
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (workers === undefined) return;
    let isControlled = workers.controller !== null;
    const onChange = (): void => {
      // The first worker of a page that came from the network is of its own build.
      if (!isControlled) {
        isControlled = true;
        return;
      }
      isOld.current = true;
      if (mayNow.current) window.location.reload();
    };
    workers.addEventListener('controllerchange', onChange);
    // A page that was on its way while the worker came to life is passed over by it.
    void workers.ready.then(({ active }) => {
      if (workers.controller === null) active?.postMessage('claim');
    });
    let looks: ReturnType<typeof setInterval> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const begin = async (): Promise<void> => {
      const registration = await registered(workers, setWaiting);
      clearInterval(looks);
      looks = setInterval(() => void (registration ? registration.update().catch(() => undefined) : begin()), LOOKS_MS);
      if (registration && (await isBroken(registration))) again = setTimeout(() => void begin(), AGAIN_MS);
    };
    void begin();
    return () => {
      clearInterval(looks);
      clearTimeout(again);
      workers.removeEventListener('controllerchange', onChange);
    };
  }, []);
}

async function registered(
  workers: ServiceWorkerContainer,
  onWaiting: (worker: ServiceWorker) => void,
): Promise<ServiceWorkerRegistration | undefined> {
  // `npm run dev` has no worker, and a browser may be told to keep none.
  const registration = await workers
    .register('/till/worker.js', { scope: '/till', updateViaCache: 'none' })
    .catch(() => undefined);
  if (registration === undefined) return undefined;
  if (registration.waiting) onWaiting(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && workers.controller !== null) onWaiting(installing);
    });
  });
  return registration;
}

/** Whether a first worker could not be installed: the browser itself does not try again before the page is next loaded. */
async function isBroken({ active, waiting, installing }: ServiceWorkerRegistration): Promise<boolean> {
  if (active || waiting) return false;
  if (installing === null) return true;
  return new Promise((tell) => {
    installing.addEventListener('statechange', () => {
      if (installing.state === 'redundant') tell(true);
      if (installing.state === 'activated') tell(false);
    });
  });
}

/** This tablet is a till no longer: nothing of the till's page stays on it. */
export async function forgetShell(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await workers?.getRegistration('/till').catch(() => undefined);
  await registration?.unregister().catch(() => false);
  if (!('caches' in window)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('serai.till.')).map((name) => caches.delete(name)));
}
