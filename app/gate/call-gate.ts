import { type Answer, callApi } from '../_ui/api.ts';

/** One browser may hold several devices: this says which of them is asking. */
const DOOR = { 'x-serai-door': 'gate' };

export const askGate = <Body>(path: string): Promise<Answer<Body>> => callApi<Body>('GET', path, undefined, DOOR);
export const tellGate = <Body>(path: string, body: unknown): Promise<Answer<Body>> => callApi<Body>('POST', path, body, DOOR);
