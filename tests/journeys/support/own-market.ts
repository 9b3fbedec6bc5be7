import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export type OwnMarket = { readonly origin: string; readonly stop: () => Promise<void> };

/** A market of a journey's own, whose clock starts at an instant: stopped and started again over the same folder, it is another day. */
export async function openOwnMarket(of: {
  readonly data: string;
  readonly now: string;
  readonly port: number;
  /** Where browsers find it, if not there. */
  readonly origin?: string;
  /** Settings that only this one has. */
  readonly settings?: Readonly<Record<string, string>>;
}): Promise<OwnMarket> {
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'app/server.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(of.port),
      SERAI_DATA: of.data,
      SERAI_NOW: of.now,
      SERAI_ORIGIN: of.origin ?? '',
      ...of.settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://localhost:${of.port}`;
  await untilReady(origin, server);
  return {
    origin,
    async stop() {
      if (server.exitCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
    },
  };
}

async function untilReady(origin: string, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the market of ${origin} ended with ${server.exitCode}`);
    const ready = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((again) => setTimeout(again, 200));
  }
}
