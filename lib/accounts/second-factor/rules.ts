import { isStaffRole, type Role } from "@/lib/accounts/roles/vocabulary";
import type { Settings } from "@/lib/settings/settings.data";
import type { Factors } from "./read-factors";

/** Codes to keep on paper, given once. */
export const recoveryCodeCount = 10;
export const mostPasskeys = 20;
/** A secret shown but never confirmed is replaced after this time. */
export const unconfirmedLife = 60 * 60_000;
export const challengeLife = 5 * 60_000;
/** Counters of devices are unsigned 32-bit numbers. */
export const highestCounter = 2 ** 32 - 1;

export interface FactorNeed {
  readonly hasFactor: boolean;
  readonly roles: readonly Role[];
}

/** Whether signing in takes a second factor: the person has one, or their role asks for one (MC-32). */
export const isSecondFactorAsked = ({ hasFactor, roles }: FactorNeed, settings: Settings): boolean =>
  hasFactor || isFactorCompulsory(roles, settings);

export const isFactorCompulsory = (roles: readonly Role[], settings: Settings): boolean =>
  settings["security.staffSecondFactor"] === "yes" && roles.some(isStaffRole);

/** A copied passkey shows by its counter going back; devices that do not count always say zero. */
export const isCounterFresh = (stored: number, given: number): boolean => given > stored || (given === 0 && stored === 0);

export const hasFactor = ({ totp, passkeys: keys }: Factors): boolean => totp !== null || keys.length > 0;

/** "JBSW Y3DP EHPK …": groups that can be copied by hand. */
export const spacedSecret = (secret: string): string => (secret.match(/.{1,4}/gu) ?? []).join(" ");
