import { and, eq } from "drizzle-orm";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { trainerProfiles } from "@/db/schema/trainers";
import { findOwner } from "@/lib/accounts/addresses/find-owner";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { requestRegistration } from "@/lib/accounts/registration/request-registration";
import { audit } from "@/lib/audit/audit";
import { proveHuman } from "@/lib/captcha/prove-human";
import { readNumbersInForce } from "@/lib/content/documents/read-document";
import type { Ctx } from "@/lib/core/ctx";
import { parisDay } from "@/lib/core/format";
import { absent, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { queueMail } from "@/lib/mail/queue-mail";
import { identityKey } from "../profile/identity-key";
import type { TrainerSignUpInput } from "./schemas";

/** What is accepted on the form: the versions in force at this moment. */
const signUpDocuments = ["charter", "employment_conditions", "legal_notices"] as const;

const checkNeeded =
  "Une vérification est nécessaire avant de créer ce compte. Écrivez à l’assistance ou appelez-la : ses coordonnées sont au bas de cette page.";

// No policy: anybody may ask for an account.
/**
 * Takes the sign-up of a future trainer (EI-20). The same identity as a known profile makes no second one: the person
 * reads that a check is needed, and the address on record learns of it (EI-22).
 */
export async function requestTrainerRegistration(ctx: Ctx, input: TrainerSignUpInput): Promise<{ requestId: string }> {
  const { charter: _charter, conditions: _conditions, notices: _notices, sameName: _same, ...person } = input;
  const known = await knownProfile(ctx, input);
  if (known !== null && (await findOwner(ctx, input.address)) === null) {
    await proveHuman(ctx, input, "sign-up");
    await tellKnown(ctx, known);
    throw new Refusal("conflict", checkNeeded);
  }
  const { terms } = applicationOf("intervenants");
  const numbers = await readNumbersInForce(ctx, signUpDocuments);
  const versions = signUpDocuments.map((key) => {
    const number = numbers.get(key);
    if (number === undefined) throw absent();
    return [key, String(number)] as const;
  });
  const accepted = { ...Object.fromEntries(versions), ...(terms !== null && { [terms.document]: terms.version }) };
  return requestRegistration(ctx, { ...person, application: "intervenants", secondaryAddress: null, phone: null, accepted });
}

interface Known {
  readonly accountId: string;
  readonly profileId: string;
  readonly archived: boolean;
}

async function knownProfile({ db }: Ctx, { civility, birthName, firstName, bornOn }: TrainerSignUpInput): Promise<Known | null> {
  const [found] = await db
    .select({ accountId: trainerProfiles.accountId, profileId: trainerProfiles.id, state: trainerProfiles.state })
    .from(trainerProfiles)
    .where(eq(trainerProfiles.identityKey, identityKey({ civility, lastName: birthName, firstName, bornOn })))
    .limit(1);
  return found === undefined ? null : { accountId: found.accountId, profileId: found.profileId, archived: found.state === "archived" };
}

/** Once a day at most, however often somebody tries. */
const tellKnown = (ctx: Ctx, { accountId, profileId, archived }: Known): Promise<void> =>
  withTx(ctx, async (tx) => {
    const [owner] = await tx.db
      .select({ firstName: accounts.firstName, address: accountAddresses.address })
      .from(accounts)
      .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
      .where(eq(accounts.id, accountId));
    if (owner === undefined) return;
    await queueMail(tx, "trainer-known", {
      to: owner.address,
      accountId,
      cause: `identity ${profileId} ${parisDay(tx.now)}`,
      props: { firstName: owner.firstName, archived },
      secrets: {},
    });
    await audit(tx, { action: "registration.identity_known", subject: { type: "trainer_profile", id: profileId }, accountId });
  });
