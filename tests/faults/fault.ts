/** What a fault did to the market, and to a market without the protection. */
export type Outcome = {
  /** The figures, in words. */
  readonly said: string;
  /** Promises broken: none, or the protection does not hold. */
  readonly broken: number;
  /** Promises broken with the protection taken away: some, or the fault proves nothing. A soak takes nothing away. */
  readonly control: number | undefined;
};

export type Fault = {
  readonly about: string;
  /** What the market of this fault stands on: a file, unless it says otherwise. */
  readonly engines?: readonly EngineName[];
  /** How much of it `npm run faults` and `npm test` do; the latter leaves out what needs minutes. */
  readonly full: number;
  readonly small?: number;
  /** Mounts a disk or installs strace: only as root, or where strace is. */
  readonly needs?: 'root' | 'strace';
  readonly run: (size: number) => Promise<Outcome>;
};

export type EngineName = 'sqlite' | 'postgres';

export const enginesOf = ({ engines }: Fault): readonly EngineName[] => engines ?? ['sqlite'];
