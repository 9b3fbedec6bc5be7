'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';

type Props = {
  /** What is in it, for whoever hears that they are in it. */
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
};

/** Content that scrolls where it is too long. Only then does it take the focus, so that keys scroll it too. */
export function ScrollArea({ label, className, children }: Props) {
  const area = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = area;
    if (current === null) return;
    const measure = (): void =>
      setScrolls(current.scrollHeight > current.clientHeight || current.scrollWidth > current.clientWidth);
    const sizes = new ResizeObserver(measure);
    const content = new MutationObserver(measure);
    sizes.observe(current);
    content.observe(current, { childList: true, subtree: true, characterData: true });
    measure();
    return () => {
      sizes.disconnect();
      content.disconnect();
    };
  }, []);
  return (
    <section ref={area} className={className} {...(scrolls ? { tabIndex: 0, 'aria-label': label } : {})}>
      {children}
    </section>
  );
}
