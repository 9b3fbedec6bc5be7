import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

/** Where a server holds the market, a command asks it. @returns undefined where none does. */
export function askServer<Answer>(folder: string, path: string, asked: unknown): Promise<Answer | undefined> {
  const socketPath = join(folder, 'serai.sock');
  if (!existsSync(socketPath)) return Promise.resolve(undefined);
  return new Promise((answered) => {
    const call = request({ socketPath, method: 'POST', path }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      answered(JSON.parse(text) as Answer);
    });
    call.on('error', () => answered(undefined));
    call.end(JSON.stringify(asked));
  });
}
