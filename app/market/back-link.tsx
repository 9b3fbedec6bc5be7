'use client';
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';

/** One step up. A link, so that it works like the phone's own 'back'. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} className="-ms-2 inline-flex min-h-12 items-center gap-1 self-start px-2 font-semibold text-teal">
      <ChevronLeft aria-hidden size="1.25em" className="shrink-0 rtl:-scale-x-100" />
      {children}
    </a>
  );
}
