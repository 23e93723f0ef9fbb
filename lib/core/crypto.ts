import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { env, type MasterKey } from "./env";

/**
 * Envelope encryption, AES-256-GCM. Each value has its own data key, wrapped by the active master key.
 * Layout of a sealed value, all base64url: `v1.<master key id>.<wrapped data key>.<nonce+tag+cipher text>`.
 * `context` (table|column|row) is authenticated: a value moved elsewhere does not open.
 */
export function seal(clear: string | Buffer, context: string, keys: readonly MasterKey[] = env.MASTER_KEYS): string {
  const dataKey = randomBytes(32);
  const body = encrypt(dataKey, Buffer.from(clear), context);
  return ["v1", ...wrapKey(dataKey, context, keys), body.toString("base64url")].join(".");
}

/** Opens what `seal` wrote. Throws when the key is unknown, or the value or its context was altered. */
export function open(sealed: string, context: string, keys: readonly MasterKey[] = env.MASTER_KEYS): Buffer {
  const [version, keyId, wrapped, body] = sealed.split(".");
  if (version !== "v1" || keyId === undefined || wrapped === undefined || body === undefined) throw new Error("not a sealed value");
  const dataKey = unwrapKey(keyId, wrapped, context, keys);
  return decrypt(dataKey, Buffer.from(body, "base64url"), context);
}

export const openText = (sealed: string, context: string, keys?: readonly MasterKey[]) => open(sealed, context, keys).toString("utf8");

/** Wraps the data key of a sealed value with the active master key; the body does not change. Null: already done. */
export function rewrap(sealed: string, context: string, keys: readonly MasterKey[] = env.MASTER_KEYS): string | null {
  const [version, keyId = "", wrapped = "", body] = sealed.split(".");
  if (keyId === activeKey(keys).id) return null;
  return [version, ...wrapKey(unwrapKey(keyId, wrapped, context, keys), context, keys), body].join(".");
}

/** `[master key id, wrapped key]`, also used by files, whose bodies live in a store. */
export function wrapKey(dataKey: Buffer, context: string, keys: readonly MasterKey[] = env.MASTER_KEYS): [keyId: string, wrapped: string] {
  const master = activeKey(keys);
  return [master.id, encrypt(master.key, dataKey, `key|${context}`).toString("base64url")];
}

export function unwrapKey(keyId: string, wrapped: string, context: string, keys: readonly MasterKey[] = env.MASTER_KEYS): Buffer {
  const master = keys.find(({ id }) => id === keyId);
  if (master === undefined) throw new Error(`master key ${keyId} is not configured`);
  return decrypt(master.key, Buffer.from(wrapped, "base64url"), `key|${context}`);
}

function activeKey(keys: readonly MasterKey[]): MasterKey {
  const [first] = keys;
  if (first === undefined) throw new Error("no master key");
  return first;
}

function encrypt(key: Buffer, clear: Buffer, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, bytes: Buffer, context: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** 256 random bits for a mailed link. Only `hashToken` of it is stored. */
export const newToken = () => randomBytes(32).toString("base64url");
/** Eight digits, first one included, for the code printed in a mail. */
export const newCode = () => String(randomInt(100_000_000)).padStart(8, "0");
export const hashToken = (token: string) => createHash("sha256").update(token).digest("base64url");

/** A key for one purpose, derived from AUTH_SECRET, so that no two features share one. */
const purposeKey = (purpose: string) => Buffer.from(hkdfSync("sha256", env.AUTH_SECRET, "", purpose, 32));

/** Keyed hash: for short secrets (a code) and for looking up an encrypted value by equality. */
export const keyedHash = (purpose: string, value: string) => createHmac("sha256", purposeKey(purpose)).update(value).digest("base64url");

export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
