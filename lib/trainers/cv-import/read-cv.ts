import { eq } from "drizzle-orm";
import { buffer } from "node:stream/consumers";
import { files } from "@/db/schema/files";
import { cvImports, trainerProfiles } from "@/db/schema/trainers";
import { audit } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import { log } from "@/lib/core/log";
import { absent, ensure, Refusal } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { openFile } from "@/lib/files/open-file";
import { readOwnProfile } from "../profile/lock-profile";
import { can } from "../profile/policy";
import { extractText } from "./extract-text";
import { type Proposal, propose } from "./propose";

const formats: Readonly<Record<string, "pdf" | "docx">> = {
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

/**
 * Reads the CV file joined to one's profile, here and nowhere else, and keeps what it proposes until each is taken or
 * left (EI-33). Gives how many.
 */
export async function readCv(ctx: Ctx, tools: FileTools = fileTools()): Promise<{ count: number }> {
  const profile = await readOwnProfile(ctx);
  if (profile === null || profile.cvFileId === null) throw new Refusal("invalid", "Joignez d’abord votre CV, en PDF ou en DOCX.");
  ensure(can.edit(ctx.actor, profile));
  const [file] = await ctx.db.select().from(files).where(eq(files.id, profile.cvFileId));
  if (file === undefined) throw absent();
  const format = formats[file.mediaType];
  if (format === undefined) throw new Refusal("invalid", `« ${file.name} » n’est ni un PDF ni un DOCX : lui seul peut être lu.`);
  const bytes = await buffer(await openFile(file, tools));
  const text = await extractText(bytes, format).catch((error: unknown) => {
    log.warn({ err: error, fileId: file.id }, "a CV could not be read");
    throw new Refusal(
      "invalid",
      `« ${file.name} » n’a pas pu être lu. Remplissez le formulaire vous-même : le fichier reste joint à votre CV.`,
    );
  });
  const proposals = propose(text);
  await withTx(ctx, async (tx) => {
    const row = { fileName: file.name, proposals: proposals.map((one) => ({ ...one })), createdAt: tx.now };
    await tx.db
      .insert(cvImports)
      .values({ profileId: profile.id, ...row })
      .onConflictDoUpdate({ target: cvImports.profileId, set: row });
    await audit(tx, {
      action: "trainer.cv_imported",
      subject: { type: "trainer_profile", id: profile.id },
      accountId: profile.accountId,
      details: { count: proposals.length },
    });
  });
  return { count: proposals.length };
}

export interface CvProposals {
  readonly fileName: string;
  readonly proposals: readonly Proposal[];
}

/** What was read of one's CV and is still to be taken or left; null when nothing was read. */
export async function readProposals(ctx: Ctx): Promise<CvProposals | null> {
  if (ctx.actor.kind !== "account") return null;
  const [row] = await ctx.db
    .select({ fileName: cvImports.fileName, proposals: cvImports.proposals })
    .from(cvImports)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, cvImports.profileId))
    .where(eq(trainerProfiles.accountId, ctx.actor.accountId));
  // Written by readCv alone, in this shape.
  return row === undefined ? null : { fileName: row.fileName, proposals: row.proposals as unknown as readonly Proposal[] };
}
