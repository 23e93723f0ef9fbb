import { sql } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { profileEvents, trainerProfiles } from "@/db/schema/trainers";
import { takeAddress } from "@/lib/accounts/addresses/claim-address";
import type { UsedKey } from "@/lib/accounts/api-keys/use-api-key";
import { issueLink } from "@/lib/accounts/links/issue-link";
import { audit } from "@/lib/audit/audit";
import { accountIdOf, type TxCtx } from "@/lib/core/ctx";
import { longDateAndTime, shortDay } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { queueMail } from "@/lib/mail/queue-mail";
import { writeCvEntry } from "../profile/write-cv-entry";
import type { CreatedTrainer } from "./create-trainer";
import { identityOf } from "./judge-new-trainers";
import type { CreateTrainerInput } from "./schemas";

const linkDays = 7;

interface Where {
  readonly passwordHash: string;
  readonly structureId: string;
  /** Of the program that asks, to be named in the log. */
  readonly key?: UsedKey | null;
}

/** Writes an account, its role and its validated profile, and mails the link of EI-70. The caller has judged the person. */
export async function storeTrainer(tx: TxCtx, person: CreateTrainerInput, where: Where): Promise<CreatedTrainer> {
  const accountId = await storeAccount(tx, person, where.passwordHash);
  const profileId = await storeProfile(tx, person, accountId, where.structureId);
  await writeCvEntry(tx, profileId);
  const { key = null } = where;
  const details = key === null ? {} : { key: key.name, keyId: key.keyId };
  await audit(tx, { action: "trainer.created", subject: { type: "trainer_profile", id: profileId }, accountId, details });
  await mailLink(tx, person, accountId);
  return { profileId, accountId };
}

async function storeAccount(tx: TxCtx, person: CreateTrainerInput, passwordHash: string): Promise<string> {
  const { civility, firstName, lastName, birthName, bornOn, phone } = person;
  const [account] = await tx.db
    .insert(accounts)
    .values({ civility, firstName, lastName, birthName, bornOn, phone, passwordHash, passwordChangedAt: tx.now, createdAt: tx.now })
    .returning({ id: accounts.id });
  if (account === undefined) throw new Error("account not stored");
  if (!(await takeAddress(tx, { accountId: account.id, kind: "main", address: person.address })))
    throw new Refusal("invalid", "Cette personne ne peut pas être créée ainsi.", { address: ["Cette adresse a déjà un compte."] });
  const grantedBy = accountIdOf(tx.actor);
  await tx.db.insert(roleGrants).values({ accountId: account.id, role: "trainer", grantedBy, grantedAt: tx.now });
  await audit(tx, { action: "role.grant", accountId: account.id, details: { role: "trainer" } });
  return account.id;
}

async function storeProfile(tx: TxCtx, person: CreateTrainerInput, accountId: string, structureId: string): Promise<string> {
  const key = identityOf(person);
  const [profile] = await tx.db
    .insert(trainerProfiles)
    .values({
      accountId,
      state: "validated",
      validatedAt: tx.now,
      homeStructureId: structureId,
      immatriculation: person.immatriculation,
      identityKey: key,
      homonym: sql`(select coalesce(max(homonym) + 1, 0) from trainer_profiles where identity_key = ${key})`,
      answers: {
        civility: person.civility,
        firstName: person.firstName,
        lastName: person.lastName,
        birthName: person.birthName ?? person.lastName,
        bornOn: shortDay(person.bornOn),
        personalPhone: person.phone ?? "",
        country: "FR",
        employerCountry: "FR",
        homeStructure: structureId,
      },
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .returning({ id: trainerProfiles.id });
  if (profile === undefined) throw new Error("profile not stored");
  const actorId = accountIdOf(tx.actor);
  await tx.db.insert(profileEvents).values([
    { profileId: profile.id, kind: "created", at: tx.now, actorId },
    { profileId: profile.id, kind: "validated", at: tx.now, actorId },
  ]);
  return profile.id;
}

async function mailLink(tx: TxCtx, { address, firstName }: CreateTrainerInput, accountId: string): Promise<void> {
  const expiresAt = new Date(tx.now.getTime() + linkDays * 24 * 3_600_000);
  const payload = { after: "created" };
  const { linkId, url, code } = await issueLink(tx, { purpose: "reset_password", subjectId: accountId, address, expiresAt, payload });
  await queueMail(tx, "trainer-created", {
    to: address,
    accountId,
    cause: linkId,
    props: { firstName, address, until: longDateAndTime(expiresAt) },
    secrets: { url, code },
  });
}
