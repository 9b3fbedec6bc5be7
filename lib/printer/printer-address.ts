/** Where a printer on the market's network listens. */
export type PrinterAddress = { readonly host: string; readonly port: number };

/** Raw printing: 9100, and one more for each further printer behind one print server. Nothing else is asked there for anything else. */
const [FIRST_PORT, LAST_PORT] = [9100, 9109];

/** The address, where it is one that a printer of this market can have: a number of a private network or of this machine, never a name. */
export function printerAddress(text: string): PrinterAddress | undefined {
  const [, host = '', port = String(FIRST_PORT)] = /^(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const bytes = host.split('.').map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => byte > 255) || !isPrivate(bytes as [number, number, number, number]))
    return undefined;
  const number = Number(port);
  return number < FIRST_PORT || number > LAST_PORT ? undefined : { host: bytes.join('.'), port: number };
}

/** RFC 1918 and the loopback. Link-local addresses are not among them: a cloud's own secrets are served there. */
const isPrivate = ([a, b]: readonly [number, number, number, number]): boolean =>
  a === 10 || a === 127 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);

export const addressText = ({ host, port }: PrinterAddress): string => `${host}:${port}`;
