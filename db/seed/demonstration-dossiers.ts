import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { roleGrants } from "@/db/schema/access";
import { accountAddresses, accounts } from "@/db/schema/accounts";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx, SignedIn, TxCtx } from "@/lib/core/ctx";
import { parisDay, shortDay } from "@/lib/core/format";
import { withTx } from "@/lib/core/tx";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { receiveFile } from "@/lib/files/receive-file";
import { askBlocks } from "@/lib/trainers/dossier/ask-blocks";
import { dossierSpecs, slotsOf } from "@/lib/trainers/dossier/blocks.data";
import { decideVersion } from "@/lib/trainers/dossier/decide-version";
import { formAnswers } from "@/lib/trainers/dossier/lock-dossier";
import { openDossier } from "@/lib/trainers/dossier/looks/open-dossier";
import { masked } from "@/lib/trainers/dossier/masked";
import { needOf } from "@/lib/trainers/dossier/needs.data";
import { saveDraft } from "@/lib/trainers/dossier/save-draft";
import { sendDossier } from "@/lib/trainers/dossier/send-dossier";
import { setPiece } from "@/lib/trainers/dossier/set-piece";
import type { DossierBlock } from "@/lib/trainers/dossier/vocabulary";
import { textOf } from "@/lib/trainers/profile/rules";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { askedOfShown, otherDossiers, shownDossier } from "./demonstration-dossiers.data";

const shownTrainer = "intervenant@demo.example";
const manager = "gestionnaire@demo.example";
type Steps = typeof shownDossier;

/** Administrative files in every state, made by the verbs that people use (EI-60, EI-67, AD-04); true when there was none. */
export function seedDemonstrationDossiers(ctx: Ctx, tools: FileTools = fileTools()): Promise<boolean> {
  return withTx(ctx, async (tx) => {
    // Two servers that start together: the second one waits, then finds them.
    await tx.db.execute(sql`lock table ${dossiers} in share row exclusive mode`);
    if ((await tx.db.$count(dossiers)) > 0) return false;
    const [staff, trainers] = [await managerOf(tx), await numberedTrainers(tx)];
    const shown = trainers.find(({ address }) => address === shownTrainer);
    if (staff === null || shown === undefined) return false;
    // Those of the manager that everybody tries come first: that queue has something to check.
    const isTheirs = ({ answers }: Trainer) => staff.grants.some(({ structureId }) => structureId === textOf(answers, "homeStructure"));
    const others = trainers
      .filter(({ address }) => address !== shownTrainer)
      .toSorted((one, other) => Number(isTheirs(other)) - Number(isTheirs(one)));
    await tell(tx, shown, staff, shownDossier, tools);
    const asking = { ...daysAgo(tx, 2), actor: staff };
    const { dossierId } = await openDossier(asking, opening(shown.id));
    await askBlocks(asking, { dossierId, blocks: [...askedOfShown.blocks], message: askedOfShown.message });
    for (const [index, steps] of otherDossiers.entries()) {
      const trainer = others[index];
      if (trainer !== undefined) await tell(tx, trainer, staff, steps, tools);
    }
    return true;
  });
}

const daysAgo = (ctx: TxCtx, days: number): TxCtx => ({ ...ctx, now: new Date(ctx.now.getTime() - days * 86_400_000) });
const opening = (profileId: string) => ({
  profileId,
  interventionId: null,
  structureId: null,
  reason: "Préparation de la lettre de demande de la prochaine session.",
});

interface Trainer {
  readonly id: string;
  readonly address: string;
  readonly answers: Answers;
  readonly actor: SignedIn;
}

/** The steps that the person's status asks for, the oldest first. */
async function tell(tx: TxCtx, trainer: Trainer, staff: SignedIn, steps: Steps, tools: FileTools): Promise<void> {
  const asked = steps.filter(({ block }) => needOf(block, trainer.answers) !== "absent").toSorted((one, other) => other.sent - one.sent);
  for (const { block, sent, judged, refusedBecause } of asked) {
    const me = { ...daysAgo(tx, sent), actor: trainer.actor };
    await fill(me, trainer, block, tools);
    await sendDossier(me);
    if (judged === undefined) continue;
    const judging = { ...daysAgo(tx, judged), actor: staff };
    const { dossierId } = await openDossier(judging, opening(trainer.id));
    const [version] = await tx.db
      .select({ id: dossierVersions.id })
      .from(dossierVersions)
      .where(and(eq(dossierVersions.dossierId, dossierId), eq(dossierVersions.block, block), eq(dossierVersions.state, "waiting")));
    if (version === undefined) throw new Error(`${block} was not sent`);
    await decideVersion(judging, {
      versionId: version.id,
      decision: refusedBecause === undefined ? "validated" : "refused",
      reason: refusedBecause ?? null,
    });
  }
}

/** Types what a block asks and joins its documents. */
async function fill(me: TxCtx, trainer: Trainer, block: DossierBlock, tools: FileTools): Promise<void> {
  const [profile] = await me.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, trainer.id));
  const [dossier] = await me.db.select().from(dossiers).where(eq(dossiers.profileId, trainer.id));
  if (profile === undefined) throw new Error("no profile");
  const before = formAnswers(profile, dossier ?? null);
  const typed = answersOf(block, trainer.answers, parisDay(me.now));
  await saveDraft(me, { changes: Object.entries(typed).map(([field, to]) => ({ field, from: masked(field, before), to })) });
  for (const { slot, label } of slotsOf(dossierSpecs[block], { ...before, ...typed })) {
    const bytes = await specimen(label);
    const { id } = await receiveFile(
      me,
      { place: "dossier_piece", name: `${label.replace(/\s*:\s*/u, " ")}.pdf`, body: once(bytes) },
      tools,
    );
    await setPiece(me, { slot, fileId: id });
  }
}

function answersOf(block: DossierBlock, profile: Answers, today: string): Readonly<Record<string, string>> {
  const year = Number(today.slice(0, 4));
  switch (block) {
    case "identity":
      return {
        identityKind: "id_card",
        documentNumber: "T7X62TZ79",
        identityFrom: `01/02/${year - 3}`,
        identityUntil: `31/01/${year + 7}`,
        nationality: "FR",
        birthPlace: "Strasbourg",
        birthCountry: "FR",
      };
    case "social_security":
      return { nir: numberOf(profile) };
    case "contract":
      return { contractKind: "permanent", contractFrom: `01/09/${year - 5}` };
    case "retirement":
      return { retiredOn: `01/07/${year - 1}` };
    case "honour":
      return { honourDate: shortDay(today) };
    case "bank":
      return { iban: "FR7630006000011234567890189", bic: "AGRIFRPP" };
    default:
      return {};
  }
}

/** Fits the person's civility and birth; the key is counted on sending. */
function numberOf(profile: Answers): string {
  const [, month = "01", year = "1980"] = textOf(profile, "bornOn").split("/");
  return `${textOf(profile, "civility") === "mme" ? "2" : "1"}${year.slice(2)}${month}67482123`;
}

async function specimen(label: string): Promise<Buffer> {
  const sheet = new PDFDocument({ size: "A4", info: { Title: label } });
  sheet.fontSize(24).text(label).moveDown().fontSize(14).text("Spécimen : document de démonstration, sans valeur.");
  sheet.end();
  return buffer(sheet);
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}

type Person = Pick<typeof accounts.$inferSelect, "id" | "firstName" | "lastName">;
const actorOf = (tx: TxCtx, { id, firstName, lastName }: Person, address: string, grants: SignedIn["grants"]): SignedIn => ({
  kind: "account",
  accountId: id,
  sessionId: randomUUID(),
  firstName,
  lastName,
  address,
  grants,
  secondFactor: "not_asked",
  provedAt: tx.now,
  sessionExpiresAt: new Date(tx.now.getTime() + 3_600_000),
});

async function managerOf(tx: TxCtx): Promise<SignedIn | null> {
  const [found] = await tx.db
    .select({ person: accounts, structureId: roleGrants.structureId })
    .from(accounts)
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.canonical, manager)))
    .innerJoin(roleGrants, and(eq(roleGrants.accountId, accounts.id), inArray(roleGrants.role, ["manager"])));
  if (found === undefined) return null;
  return actorOf(tx, found.person, manager, [{ role: "manager", structureId: found.structureId, authorityId: null }]);
}

async function numberedTrainers(tx: TxCtx): Promise<Trainer[]> {
  const rows = await tx.db
    .select({ id: trainerProfiles.id, answers: trainerProfiles.answers, address: accountAddresses.canonical, person: accounts })
    .from(trainerProfiles)
    .innerJoin(accounts, eq(accounts.id, trainerProfiles.accountId))
    .innerJoin(accountAddresses, and(eq(accountAddresses.accountId, accounts.id), eq(accountAddresses.kind, "main")))
    .where(and(eq(trainerProfiles.state, "validated"), isNotNull(trainerProfiles.immatriculation)))
    .orderBy(asc(trainerProfiles.immatriculation));
  return rows.map(({ person, ...row }) => ({ ...row, actor: actorOf(tx, person, row.address, []) }));
}
