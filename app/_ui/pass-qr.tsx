import { renderSVG } from 'uqr';

type Props = {
  readonly text: string;
  readonly label: string;
  /** CSS length of a side. */
  readonly size?: string;
};

/** A QR code, black on white whatever the theme: a scanner has no taste. */
export function PassQr({ text, label, size = '16rem' }: Props) {
  return (
    <div
      role="img"
      aria-label={label}
      dir="ltr"
      style={{ inlineSize: size, blockSize: size }}
      className="shrink-0 rounded-md bg-white [&>svg]:block [&>svg]:h-full [&>svg]:w-full"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: uqr draws only squares
      dangerouslySetInnerHTML={{ __html: renderSVG(text, { ecc: 'M', border: 3, pixelSize: 1 }) }}
    />
  );
}
