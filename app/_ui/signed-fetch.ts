import { CHALLENGE_HEADER, PROOF_HEADER, requestText } from '#lib/staff/browser-proof.ts';
import { heldKey } from './browser-key.ts';

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly door: string;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly patienceMs: number;
};

const DEVICE_DOORS = ['kiosk', 'gate', 'till'];

let challenge: string | undefined;

/** Sends a request; at the door of a device it is signed with this browser's key. A challenge that has grown old is renewed, once, unseen. */
export async function signedFetch(sent: Sent): Promise<Response> {
  const key = DEVICE_DOORS.includes(sent.door) && sent.headers.authorization === undefined ? await heldKey() : undefined;
  if (key === undefined) return send(sent, {});
  const target = targetOf(sent.path);
  const attempt = async (): Promise<Response> => {
    const about = challengeHere();
    const text = requestText({ method: sent.method, target, door: sent.door, body: sent.body ?? '', challenge: about });
    const response = await send(sent, { [PROOF_HEADER]: `${about}~${await key.sign(text)}` });
    challenge = response.headers.get(CHALLENGE_HEADER) ?? challenge;
    return response;
  };
  const asked = challengeHere();
  const first = await attempt();
  return first.status === 401 && challenge !== asked ? attempt() : first;
}

/** The page brought the first challenge along, every answer brings the next. */
function challengeHere(): string {
  challenge ??= document.querySelector<HTMLMetaElement>(`meta[name="${CHALLENGE_HEADER}"]`)?.content ?? '';
  return challenge;
}

/** As the browser writes it on the wire. */
function targetOf(path: string): string {
  const { pathname, search } = new URL(path, window.location.origin);
  return `${pathname}${search}`;
}

const send = ({ method, path, body, headers, patienceMs }: Sent, proof: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(path, {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
    headers: { ...headers, ...proof },
    ...(body === undefined ? {} : { body }),
  });
