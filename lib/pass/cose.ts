import { type Cbor, decodeCbor, encodeCbor } from './cbor.ts';

/** COSE_Sign1 (RFC 9052 section 4.2) with EdDSA: the key id stands in the protected header, the unprotected one is empty. */
export type Signed = {
  readonly keyId: string;
  readonly payload: Uint8Array;
  readonly toVerify: Uint8Array;
  readonly signature: Uint8Array;
};

const COSE_SIGN1 = 18;
const ALGORITHM = 1;
const KEY_ID = 4;
const EDDSA = -8;

/** The signed message over `payload`. `sign` gets the Sig_structure and answers with the 64 bytes of an Ed25519 signature. */
export function signCose(keyId: string, payload: Uint8Array, sign: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const header = encodeCbor(
    new Map<number, Cbor>([
      [ALGORITHM, EDDSA],
      [KEY_ID, new TextEncoder().encode(keyId)],
    ]),
  );
  return encodeCbor({ tag: COSE_SIGN1, value: [header, new Map(), payload, sign(sigStructure(header, payload))] });
}

/** The parts of a signed message, its signature not yet verified; undefined if it is not of this form. */
export function readCose(bytes: Uint8Array): Signed | undefined {
  const message = decodeCbor(bytes);
  if (typeof message !== 'object' || message === null || !('tag' in message) || message.tag !== COSE_SIGN1) return undefined;
  if (!Array.isArray(message.value) || message.value.length !== 4) return undefined;
  const [header, unprotected, payload, signature] = message.value as readonly Cbor[];
  if (!(header instanceof Uint8Array) || !(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return undefined;
  if (!(unprotected instanceof Map) || unprotected.size !== 0 || signature.length !== 64) return undefined;
  const fields = decodeCbor(header);
  if (!(fields instanceof Map) || fields.size !== 2 || fields.get(ALGORITHM) !== EDDSA) return undefined;
  const keyId = fields.get(KEY_ID);
  if (!(keyId instanceof Uint8Array)) return undefined;
  return { keyId: new TextDecoder().decode(keyId), payload, toVerify: sigStructure(header, payload), signature };
}

const sigStructure = (header: Uint8Array, payload: Uint8Array) => encodeCbor(['Signature1', header, new Uint8Array(), payload]);
