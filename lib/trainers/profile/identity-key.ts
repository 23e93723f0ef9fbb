import { keyedHash } from "@/lib/core/crypto";
import { fold } from "@/lib/core/text";

interface Identity {
  readonly civility: string;
  readonly lastName: string;
  readonly firstName: string;
  /** "1995-09-17", or as it was typed. */
  readonly bornOn: string;
}

/** Two people with the same key are perhaps one (EI-22): names compared without case, accents nor punctuation. */
export function identityKey({ civility, lastName, firstName, bornOn }: Identity): string {
  const letters = (name: string) => fold(name).replace(/[^\p{L}\d]/gu, "");
  return keyedHash("trainer identity", [civility, letters(lastName), letters(firstName), bornOn].join("|"));
}
