import { marketView } from '#db/reads/market.ts';
import { AddDevice, addDevice, giveToken } from '#lib/operations/enrol-device.ts';
import { MACHINE } from '#lib/staff/actor.ts';
import type { Serai } from './serai.ts';

export type Enrolled = { readonly token: string } | { readonly fault: string };

/** Enrols a device for `npm run enrol`. @returns its token, or a fault that lists the codes that would do. */
export async function enrolByCommand(
  serai: Serai,
  asked: { role: string; gate?: string | undefined; stall?: string | undefined; name?: string | undefined },
): Promise<Enrolled> {
  const context = serai.contextOf(MACHINE);
  const id = context.newId();
  const { gate, stall, name } = asked;
  const parsed = AddDevice.safeParse({
    id,
    role: asked.role,
    name: name ?? `${asked.role} ${gate ?? stall ?? ''}`.trim(),
    ...(gate === undefined ? {} : { gate }),
    ...(stall === undefined ? {} : { stall }),
  });
  if (!parsed.success) return { fault: 'ROLE is one of: kiosk gate till desk auditor program' };
  const added = await addDevice(context, parsed.data);
  if (added.status === 'refused') return { fault: await whatWouldDo(serai, asked.role) };
  return { token: await giveToken(context, id) };
}

async function whatWouldDo(serai: Serai, role: string): Promise<string> {
  const { gates, stalls } = await serai.engine.read((tx) => marketView(tx, serai.now()));
  return role === 'till'
    ? `--stall is one of: ${stalls.map(({ code }) => code).join(' ')}`
    : `--gate is one of: ${gates.map(({ code }) => code).join(' ')}`;
}
