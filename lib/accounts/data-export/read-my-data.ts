import { and, desc, eq, or, sql } from "drizzle-orm";
import { loginSessions, mailedLinks, roleGrants } from "@/db/schema/access";
import {
  accountAddresses,
  accounts,
  appConsents,
  passkeys,
  passwordHistory,
  recoveryCodes,
  termsAcceptances,
  totpSecrets,
} from "@/db/schema/accounts";
import { savedSearches } from "@/db/schema/cv-library";
import { files } from "@/db/schema/files";
import { auditLog, mails } from "@/db/schema/platform";
import { authorities, structures } from "@/db/schema/references";
import { actionLabel } from "@/lib/audit/action-labels.data";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { readTrainerData } from "./read-trainer-data";
import type { DataFormat } from "./vocabulary";

/** More lines of activity than anybody reads; the back office can give the rest. */
const mostLines = 20_000;

/**
 * Everything that the database knows of one person, section by section, under the names that the person reads.
 * No secret is in it (passwords, keys, codes), nor who else acted: others have their rights too.
 */
export const mySections = {
  identity: ({ db }, { accountId }) =>
    db
      .select({
        Civilité: accounts.civility,
        Prénom: accounts.firstName,
        Nom: accounts.lastName,
        "Nom de naissance": accounts.birthName,
        "Date de naissance": accounts.bornOn,
        Téléphone: accounts.phone,
        "Compte créé le": accounts.createdAt,
        "Mot de passe changé le": accounts.passwordChangedAt,
        "Règles que le mot de passe respecte": accounts.passwordClasses,
      })
      .from(accounts)
      .where(eq(accounts.id, accountId)),
  addresses: ({ db }, { accountId }) =>
    db
      .select({
        Adresse: accountAddresses.address,
        Genre: accountAddresses.kind,
        "Vérifiée le": accountAddresses.provedAt,
        "Ajoutée le": accountAddresses.createdAt,
      })
      .from(accountAddresses)
      .where(eq(accountAddresses.accountId, accountId)),
  passwords: ({ db }, { accountId }) =>
    db
      .select({ "Mot de passe choisi le": passwordHistory.createdAt })
      .from(passwordHistory)
      .where(eq(passwordHistory.accountId, accountId))
      .orderBy(desc(passwordHistory.createdAt)),
  factors: async ({ db }, { accountId }) => {
    const [codes, keys, recovery] = await Promise.all([
      db
        .select({ "Application de codes, installée le": totpSecrets.createdAt, "Confirmée le": totpSecrets.confirmedAt })
        .from(totpSecrets)
        .where(eq(totpSecrets.accountId, accountId)),
      db
        .select({ "Clé d’accès": passkeys.name, "Créée le": passkeys.createdAt, "Dernière utilisation": passkeys.lastUsedAt })
        .from(passkeys)
        .where(eq(passkeys.accountId, accountId)),
      db.select({ "Code de secours, utilisé le": recoveryCodes.usedAt }).from(recoveryCodes).where(eq(recoveryCodes.accountId, accountId)),
    ]);
    return [...codes, ...keys, ...recovery];
  },
  roles: ({ db }, { accountId }) =>
    db
      .select({
        Rôle: roleGrants.role,
        Structure: structures.name,
        Collectivité: authorities.name,
        "Donné le": roleGrants.grantedAt,
        "Retiré le": roleGrants.withdrawnAt,
      })
      .from(roleGrants)
      .leftJoin(structures, eq(structures.id, roleGrants.structureId))
      .leftJoin(authorities, eq(authorities.id, roleGrants.authorityId))
      .where(eq(roleGrants.accountId, accountId)),
  consents: ({ db }, { accountId }) =>
    db
      .select({
        Application: appConsents.application,
        Données: appConsents.scopes,
        Choix: appConsents.mode,
        "Décidé le": appConsents.decidedAt,
        "Dernière utilisation": appConsents.lastUsedAt,
        "Fin annoncée le": appConsents.warnedAt,
        "Terminée le": appConsents.endedAt,
        Motif: appConsents.endReason,
      })
      .from(appConsents)
      .where(eq(appConsents.accountId, accountId))
      .orderBy(desc(appConsents.decidedAt)),
  terms: ({ db }, { accountId }) =>
    db
      .select({
        Application: termsAcceptances.application,
        Document: termsAcceptances.document,
        Version: termsAcceptances.version,
        "Accepté le": termsAcceptances.acceptedAt,
      })
      .from(termsAcceptances)
      .where(eq(termsAcceptances.accountId, accountId)),
  sessions: ({ db }, { accountId }) =>
    db
      .select({
        Appareil: loginSessions.device,
        "Adresse réseau": loginSessions.network,
        "Ouverte le": loginSessions.createdAt,
        "Dernière activité": loginSessions.lastSeenAt,
        "Rester connecté": loginSessions.remember,
        "Terminée le": loginSessions.endedAt,
        Motif: loginSessions.endReason,
      })
      .from(loginSessions)
      .where(eq(loginSessions.accountId, accountId))
      .orderBy(desc(loginSessions.createdAt)),
  links: ({ db }, { accountId }) =>
    db
      .select({
        Objet: mailedLinks.purpose,
        Adresse: mailedLinks.address,
        "Envoyé le": mailedLinks.createdAt,
        "Valable jusqu’au": mailedLinks.expiresAt,
        "Utilisé le": mailedLinks.usedAt,
      })
      .from(mailedLinks)
      .where(eq(mailedLinks.subjectId, accountId))
      .orderBy(desc(mailedLinks.createdAt)),
  files: ({ db }, { accountId }) =>
    db
      .select({
        Nom: files.name,
        Usage: files.place,
        Format: files.mediaType,
        Octets: files.bytes,
        "Envoyé le": files.createdAt,
        "Supprimé le": files.deletedAt,
      })
      .from(files)
      .where(eq(files.ownerId, accountId))
      .orderBy(desc(files.createdAt)),
  mails: ({ db }, { accountId }) =>
    db
      .select({ Sujet: mails.subject, Destinataire: mails.toAddress, "Demandé le": mails.createdAt, "Envoyé le": mails.sentAt })
      .from(mails)
      .where(eq(mails.accountId, accountId))
      .orderBy(desc(mails.createdAt)),
  trainer: ({ db }, { accountId }) => readTrainerData(db, accountId),
  searches: ({ db }, { accountId }) =>
    db
      .select({
        Nom: savedSearches.name,
        Recherche: savedSearches.query,
        Alerte: savedSearches.alert,
        "Enregistrée le": savedSearches.createdAt,
      })
      .from(savedSearches)
      .where(eq(savedSearches.accountId, accountId)),
  activity: async ({ db }, { accountId }) => {
    const lines = await db
      .select({
        at: auditLog.at,
        action: auditLog.action,
        actorId: auditLog.actorId,
        actorKind: auditLog.actorKind,
        accountId: auditLog.accountId,
        details: auditLog.details,
        network: auditLog.network,
      })
      .from(auditLog)
      .where(or(eq(auditLog.actorId, accountId), eq(auditLog.accountId, accountId)))
      .orderBy(desc(auditLog.id))
      .limit(mostLines);
    return lines.map((line) => lineForPerson(line, accountId));
  },
} as const satisfies Record<string, (ctx: Ctx, actor: SignedIn) => PromiseLike<readonly object[]>>;
export type DataSection = keyof typeof mySections;

type Line = Pick<typeof auditLog.$inferSelect, "at" | "action" | "actorId" | "actorKind" | "accountId" | "details" | "network">;

const doers: Readonly<Record<string, string>> = { account: "une autre personne", visitor: "une personne non connectée" };

/** What others did is told without who they are; what one did to others, without who that was. */
function lineForPerson(line: Line, accountId: string) {
  const byMe = line.actorId === accountId;
  const aboutMe = line.accountId === null || line.accountId === accountId;
  return {
    Date: line.at,
    Action: actionLabel(line.action),
    Par: byMe ? "vous" : (doers[line.actorKind] ?? "le système"),
    ...(aboutMe ? { Précisions: line.details } : { Concerne: "une autre personne" }),
    ...(byMe ? { "Adresse réseau": line.network } : {}),
  };
}

/** The last time this person took a copy of their data away in this format. */
export async function lastDownload(ctx: Ctx, { accountId }: SignedIn, format: DataFormat): Promise<Date | null> {
  const [line] = await ctx.db
    .select({ at: auditLog.at })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.accountId, accountId),
        eq(auditLog.action, "account.data_downloaded"),
        sql`coalesce(${auditLog.details} ->> 'format', 'json') = ${format}`,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1);
  return line?.at ?? null;
}
