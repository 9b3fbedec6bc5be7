/** The arch of a caravanserai: the way in, and the way out. */
export function Logo({ size = '2.75rem' }: { readonly size?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <path d="M10 0h24a10 10 0 0 1 10 10v34H33V23a11 11 0 0 0-22 0v21H0V10A10 10 0 0 1 10 0Z" fill="var(--teal)" />
      <path d="M22 5.5 24.2 9.8 22 14l-2.2-4.2Z" fill="var(--saffron)" />
    </svg>
  );
}
