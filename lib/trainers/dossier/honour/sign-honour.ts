import { eq } from "drizzle-orm";
import { dossiers } from "@/db/schema/dossiers";
import { audit } from "@/lib/audit/audit";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { longDateAndTime, parisDay, shortDay } from "@/lib/core/format";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { receiveFile } from "@/lib/files/receive-file";
import { removeBytes } from "@/lib/files/remove-file";
import { readInstitution } from "@/lib/settings/institution";
import { openAnswers, readOwnProfile } from "../../profile/lock-profile";
import type { Answers } from "../../profile/vocabulary";
import { addVersion } from "../add-version";
import { countComplete } from "../count-complete";
import type { SignHonourInput } from "../form/schemas";
import { formAnswers, lockOwnDossier, openDraft, storeDraft } from "../lock-dossier";
import { needOf } from "../needs.data";
import { can } from "../policy";
import { openRequests } from "../requests";
import { placeFile } from "../set-piece";
import { drawStatement } from "./draw-statement";
import { isSignature, type Statement, statementOf } from "./rules";

interface OwnStatement {
  readonly answers: Answers;
  readonly statement: Statement;
  /** Asked by the status or by a manager. */
  readonly asked: boolean;
}

/** The statement that the acting person would sign today, with their own data. */
export async function readOwnStatement(ctx: Ctx): Promise<OwnStatement> {
  const profile = await readOwnProfile(ctx);
  if (profile === null) throw absent();
  ensure(can.fill(ctx.actor, profile));
  const [dossier] = await ctx.db.select().from(dossiers).where(eq(dossiers.profileId, profile.id));
  const answers = { ...openAnswers(profile), ...formAnswers(profile, dossier ?? null) };
  const requested = dossier !== undefined && (await openRequests(ctx, dossier.id)).has("honour");
  return { answers, statement: statementOf(answers), asked: requested || needOf("honour", answers) !== "absent" };
}

/**
 * The honour statement signed in the page (EI-106): certified, named, made a PDF that is filed as the piece of its block,
 * and sent. It waits for a manager like any other.
 */
export async function signHonour(ctx: Ctx, { name }: SignHonourInput, tools: FileTools = fileTools()): Promise<void> {
  const { answers, statement, asked } = await readOwnStatement(ctx);
  if (!asked) throw new Refusal("conflict", "Votre statut ne demande pas d’attestation sur l’honneur : rien n’est à signer.");
  if (!isSignature(name, answers))
    throw new Refusal("invalid", "L’attestation n’est pas signée.", {
      name: [`Saisissez votre prénom et votre nom, comme dans votre profil : ${statement.name}.`],
    });
  const { shortName } = await readInstitution(ctx);
  const sheet = await drawStatement({ ...statement, signature: name, signedAt: longDateAndTime(ctx.now), institution: shortName });
  const today = parisDay(ctx.now);
  const { id } = await receiveFile(
    ctx,
    { place: "dossier_piece", name: `Attestation sur l’honneur du ${today}.pdf`, body: once(sheet), announcedBytes: sheet.length },
    tools,
  );
  const removed = await withTx(ctx, (tx) => file(tx, id, shortDay(today)));
  await removeBytes(ctx, removed, tools);
}

/** In its place of the form, its date beside it, and sent. Answers the file that it took the place of, if nothing else holds it. */
async function file(tx: TxCtx, fileId: string, honourDate: string): Promise<readonly string[]> {
  const { profile, dossier } = await lockOwnDossier(tx);
  const removed = await placeFile(tx, dossier.id, "honour", fileId);
  await storeDraft(tx, dossier.id, { ...openDraft(dossier), honourDate });
  await addVersion(tx, { dossierId: dossier.id, block: "honour", answers: { honourDate }, files: { honour: fileId }, origin: "signed" });
  await countComplete(tx, dossier.id, openAnswers(profile));
  await audit(tx, { action: "trainer.honour_signed", subject: { type: "dossier", id: dossier.id }, accountId: profile.accountId });
  return removed;
}

async function* once(bytes: Buffer): AsyncIterable<Uint8Array> {
  yield bytes;
}
