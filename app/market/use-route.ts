'use client';
import { useEffect, useState } from 'react';

export type Route =
  | { readonly at: 'stalls' }
  | { readonly at: 'stall'; readonly stall: string }
  | { readonly at: 'product'; readonly stall: string; readonly gtin: string };

/** Where in the storefronts the phone stands. It is kept behind '#', so that the phone's own 'back' works and a link can be shared. */
export function useRoute(): Route {
  const [route, setRoute] = useState<Route>({ at: 'stalls' });
  useEffect(() => {
    const read = (): void => {
      setRoute(routeOf(window.location.hash));
      document.querySelector('[data-phone-page]')?.scrollTo(0, 0);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return route;
}

export function linkTo(route: Route): string {
  const { at, ...words } = route;
  return at === 'stalls' ? '#' : `#${new URLSearchParams(words)}`;
}

function routeOf(hash: string): Route {
  const words = new URLSearchParams(hash.slice(1));
  const stall = words.get('stall');
  const gtin = words.get('gtin');
  if (stall === null) return { at: 'stalls' };
  return gtin === null ? { at: 'stall', stall } : { at: 'product', stall, gtin };
}
