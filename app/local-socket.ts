import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { type BackedUp, backUpNow } from './backups.ts';
import { type Enrolled, enrolByCommand } from './enrol-by-command.ts';
import type { Serai } from './serai.ts';

const Asked = z.object({
  role: z.string(),
  gate: z.string().optional(),
  stall: z.string().optional(),
  name: z.string().optional(),
});

async function enrolled(serai: Serai, text: string): Promise<Enrolled> {
  const parsed = Asked.safeParse(JSON.parse(text || '{}'));
  return parsed.success ? enrolByCommand(serai, parsed.data) : { fault: 'The command does not read.' };
}

async function backedUp(serai: Serai): Promise<BackedUp> {
  try {
    return { file: await backUpNow(serai) };
  } catch (fault) {
    return { fault: (fault as Error).message };
  }
}

/** Commands that write go through the running server: a socket that only this machine's owner can open. */
export async function localSocket(serai: Serai): Promise<Server> {
  const file = join(serai.settings.SERAI_DATA, 'serai.sock');
  rmSync(file, { force: true });
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    response.end(JSON.stringify(await (request.url === '/backup' ? backedUp(serai) : enrolled(serai, text))));
  });
  await new Promise<void>((listening) => server.listen(file, listening));
  chmodSync(file, 0o600);
  return server;
}
