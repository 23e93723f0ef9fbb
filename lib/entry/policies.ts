import type { Actor, SignedIn } from "@/lib/core/ctx";
import { no, type Verdict, yes } from "@/lib/core/refusal";
import { isStaffRole } from "@/lib/accounts/roles/vocabulary";

/**
 * Who may knock at an entry point; objects are judged by the verb or the query behind it.
 * "first_factor": signed in, perhaps still without the second factor. "cron" and "metrics": a bearer secret, no person.
 * "api_key": a bearer key made in the back office, for a program of the institution.
 * "probe": a balancer asking, under the machine's own address, whether the process is well; no session is read.
 */
export const entryPolicies = [
  "visitor",
  "first_factor",
  "signed_in",
  "staff",
  "administrator",
  "cron",
  "metrics",
  "api_key",
  "probe",
] as const;
export type EntryPolicy = (typeof entryPolicies)[number];

const signInFirst = no(
  "Votre session est terminée ou vous n’êtes pas connecté. Connectez-vous, puis recommencez : ce que vous avez saisi est conservé dans cette page.",
  "unauthenticated",
);
const secondFactorFirst = no("Confirmez d’abord votre identité avec votre second facteur.", "unauthenticated");
const staffOnly = no("Cet espace est réservé aux gestionnaires et aux administrateurs.");
const administratorsOnly = no("Cet espace est réservé à l’administration nationale.");

function signedIn(actor: Actor, further: (person: SignedIn) => Verdict = () => yes): Verdict {
  if (actor.kind !== "account") return signInFirst;
  if (actor.secondFactor === "missing") return secondFactorFirst;
  return further(actor);
}

const admitted = {
  visitor: () => yes,
  first_factor: (actor) => (actor.kind === "account" ? yes : signInFirst),
  signed_in: (actor) => signedIn(actor),
  staff: (actor) => signedIn(actor, ({ grants }) => (grants.some(({ role }) => isStaffRole(role)) ? yes : staffOnly)),
  administrator: (actor) =>
    signedIn(actor, ({ grants }) => (grants.some(({ role }) => role === "administrator") ? yes : administratorsOnly)),
  // Both are checked by the route wrapper, against the request's bearer secret.
  cron: () => no("Appel réservé aux tâches planifiées.", "unauthenticated"),
  metrics: () => no("Appel réservé à la supervision.", "unauthenticated"),
  // Checked by the route wrapper, against the keys in force.
  api_key: () => no("Appel réservé aux logiciels de l’établissement.", "unauthenticated"),
  probe: () => yes,
} as const satisfies Record<EntryPolicy, (actor: Actor) => Verdict>;

export const admit = (policy: EntryPolicy, actor: Actor): Verdict => admitted[policy](actor);
