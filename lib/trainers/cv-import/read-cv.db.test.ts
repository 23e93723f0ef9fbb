import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cvEntries } from "@/db/schema/cv-library";
import { cvImports, trainerProfiles } from "@/db/schema/trainers";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { receiveFile } from "@/lib/files/receive-file";
import { bodyOf, type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { readOwnCv } from "../profile/read-own-cv";
import { setCvFile } from "../profile/set-cv-file";
import { furnish } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { aCvDocx, aCvPdf, aPdfWithoutPages } from "../testing/sample-cvs";
import { decideProposal } from "./decide-proposal";
import { extractText } from "./extract-text";
import { propose } from "./propose";
import { readCv, readProposals } from "./read-cv";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles();
});
afterEach(() => tools.clean());

async function withCv(tx: TxCtx, name: string, bytes: Buffer): Promise<Ctx> {
  const me: Ctx = { ...tx, actor: await makeSignedIn(tx) };
  const { id } = await receiveFile(me, { place: "trainer_cv", name, body: bodyOf(bytes) }, tools);
  await setCvFile(me, { fileId: id });
  return me;
}

describe("EI-33 a CV file proposes values", () => {
  test.each([
    ["PDF", "cv.pdf", aCvPdf],
    ["DOCX", "cv.docx", aCvDocx],
  ] as const)("EI-33 a %s is read here; what it proposes enters the profile only when it is taken", (_format, name, make) =>
    inRolledBackTx(async (tx) => {
      const me = await withCv(tx, name, await make());
      const { count } = await readCv(me, tools);
      expect(count).toBeGreaterThan(2);
      const found = await readProposals(me);
      const taken = found?.proposals.find((one) => one.kind === "field" && one.field === "personalPhone");
      expect(taken).toMatchObject({ value: "06 12 34 56 78" });
      await decideProposal(me, { seen: taken, decision: "take" });
      const work = found?.proposals.find((one) => one.kind === "line" && one.table === "work");
      await decideProposal(me, { seen: work, decision: "take" });
      const cv = await readOwnCv(me);
      expect(cv.answers["personalPhone"]).toBe("06 12 34 56 78");
      expect(cv.lines).toMatchObject([{ kind: "work", answers: { jobTitle: "Directrice financière", employer: "Commune de Sélestat" } }]);
      expect((await readProposals(me))?.proposals).toHaveLength(count - 2);
    }),
  );

  test("EI-33 a proposal left is gone and wrote nothing; decided twice, the second is told", () =>
    inRolledBackTx(async (tx) => {
      const me = await withCv(tx, "cv.pdf", await aCvPdf());
      await readCv(me, tools);
      const seen = (await readProposals(me))?.proposals[0];
      await decideProposal(me, { seen, decision: "leave" });
      await expect(decideProposal(me, { seen, decision: "take" })).rejects.toMatchObject({ code: "conflict" });
      expect((await readOwnCv(me)).answers["personalPhone"] ?? "").toBe("");
    }));

  test("EI-33 AD-03 taken into a validated profile, a language is in the CVthèque at once", () =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const trainer = await aTrainer(tx);
      const { id } = await receiveFile(trainer.ctx, { place: "trainer_cv", name: "cv.pdf", body: bodyOf(await aCvPdf()) }, tools);
      await setCvFile(trainer.ctx, { fileId: id });
      await readCv(trainer.ctx, tools);
      const { proposals = [] } = (await readProposals(trainer.ctx)) ?? {};
      const language = proposals.find((one) => one.kind === "line" && one.table === "language");
      await decideProposal(trainer.ctx, { seen: language, decision: "take" });
      const [entry] = await tx.db.select().from(cvEntries);
      expect(entry).toMatchObject({ languages: ["Anglais"], facets: expect.arrayContaining(["l:anglais"]) });
    }));

  test("EI-33 a file that cannot be read stays joined, and the person reads what to do", () =>
    inRolledBackTx(async (tx) => {
      const me = await withCv(tx, "cv.txt", Buffer.from("Camille Durand\n"));
      await expect(readCv(me, tools)).rejects.toMatchObject({ code: "invalid", message: expect.stringContaining("ni un PDF ni un DOCX") });
      expect(await tx.db.select().from(cvImports)).toEqual([]);
      expect((await tx.db.select({ file: trainerProfiles.cvFileId }).from(trainerProfiles))[0]?.file).not.toBeNull();
    }));

  test("EI-33 a hostile file is given up after a while, and never stops the site", async () => {
    await expect(extractText(await aCvPdf(), "pdf", 1)).rejects.toThrow("too long");
    expect(await extractText(aPdfWithoutPages(), "pdf").catch(() => "")).toBe("");
    // Whatever is in it, what is read is read in a moment.
    expect(propose(`EXPÉRIENCES\n2019 x${"-".repeat(190_000)}x`)).toHaveLength(1);
    expect(await extractText(await aCvPdf(), "pdf")).toContain("Directrice");
  });
});
