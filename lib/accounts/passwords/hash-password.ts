import { hash, verify } from "@node-rs/argon2";

// argon2id, 46 MiB, one pass: OWASP's first choice. The library works off the main thread.
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** A hash of nothing anybody types: verified when there is no account, so that the answer takes as long. */
const decoy = hash("no account has this password", cost);

/** Whether the password is the one of the hash; false, in the same time, when there is no hash. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await decoy), password);
  return stored !== null && right;
}

/** True when the cost has been raised since this hash was made: hashed anew at the next sign-in. */
export const isOutdated = (stored: string): boolean => !stored.includes(`m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}`);
