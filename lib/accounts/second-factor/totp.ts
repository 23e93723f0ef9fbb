import { Secret, TOTP } from "otpauth";
import { sameText } from "@/lib/core/crypto";

const period = 30;
const settings = { algorithm: "SHA1", digits: 6, period } as const;

/** 160 random bits, written in base 32 as applications want it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** Where the sealed secret of an account lives: it opens nowhere else. */
export const totpContext = (accountId: string) => `totp_secrets|secret|${accountId}`;

/** What the QR code says to the application. */
export const totpAddress = (secret: string, issuer: string, address: string): string =>
  new TOTP({ ...settings, issuer, label: address, secret: Secret.fromBase32(secret) }).toString();

export const totpCode = (secret: string, step: number): string =>
  TOTP.generate({ ...settings, secret: Secret.fromBase32(secret), timestamp: step * period * 1000 });

export const totpStep = (instant: Date): number => Math.floor(instant.getTime() / 1000 / period);

/**
 * The time step that a code belongs to: now, or one step away for clocks that drift. Null when it is wrong.
 * The newest is looked for first: of two steps with the same six digits, the one not yet used.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const current = totpStep(now);
  return [current + 1, current, current - 1].find((step) => sameText(totpCode(secret, step), code)) ?? null;
}

/** What is sealed before a first code: the secret, and the session it is shown to. */
export const unconfirmedText = (secret: string, sessionId: string): string => `${secret} ${sessionId}`;

/** The secret, for the session it was made in: one shown to somebody else with the password must not be put in use. */
export function secretShownTo(sessionId: string, unconfirmed: string): string | null {
  const [secret = "", session] = unconfirmed.split(" ");
  return session === sessionId ? secret : null;
}
