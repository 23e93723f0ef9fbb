import { env } from "@/lib/core/env";

/** Passkeys belong to the configured address: those made elsewhere do not work here. */
export const relyingParty = () => {
  const url = new URL(env.APP_URL);
  return { id: url.hostname, origin: url.origin };
};

/** The account's number in a passkey: no name, no address. */
export const userHandle = (accountId: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(accountId.replaceAll("-", ""), "hex"));
export const userHandleText = (accountId: string): string => Buffer.from(userHandle(accountId)).toString("base64url");
