import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dossierVersionFiles, dossierVersions } from "@/db/schema/dossiers";
import { files } from "@/db/schema/files";
import { inRolledBackTx } from "@/db/testing/rollback";
import { type TestFiles, testFiles } from "@/lib/files/testing/test-tools";
import { furnish } from "../../testing/ad-stage";
import { aTrainer, type StagedTrainer } from "../../testing/profile-stage";
import { readLists } from "../../profile/read-lists";
import { signHonourInput } from "../form/schemas";
import { readOwnDossier } from "../read-own-dossier";
import { signHonour } from "./sign-honour";

let tools: TestFiles;
beforeEach(async () => {
  tools = await testFiles();
});
afterEach(() => tools.clean());

const staged = (status: string, story: (trainer: StagedTrainer) => Promise<void>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    await story(await aTrainer(tx, { firstName: "Zoé", lastName: "Lévêque-Martin", answers: { status } }));
  });
const signed = (name: string) => signHonourInput.parse({ certified: "on", name });

test("EI-106 TR-30 signed in the page, the statement is a PDF filed encrypted as the piece of its block, and waits for review", () =>
  staged("self_employed", async ({ ctx }) => {
    await signHonour(ctx, signed("zoe levêque martin"), tools);
    const [version] = await ctx.db.select().from(dossierVersions);
    expect(version).toMatchObject({ block: "honour", origin: "signed", state: "waiting", endsOn: "2027-11-21" });
    const [file] = await ctx.db
      .select({ mediaType: files.mediaType, name: files.name, attachedAt: files.attachedAt })
      .from(dossierVersionFiles)
      .innerJoin(files, eq(files.id, dossierVersionFiles.fileId));
    expect(file).toMatchObject({ mediaType: "application/pdf", name: "Attestation sur l’honneur du 2026-11-21.pdf", attachedAt: ctx.now });
    expect((await tools.everything()).every((bytes) => !bytes.toString("latin1").includes("%PDF"))).toBe(true);
    const own = await readOwnDossier(ctx, await readLists(ctx));
    expect(own.blocks.honour).toMatchObject({ state: "waiting", changed: false });
    expect(own.answers["honourDate"]).toBe("21/11/2026");
  }));

test("EI-106 somebody else’s name is no signature: nothing is filed", () =>
  staged("self_employed", async ({ ctx }) => {
    await expect(signHonour(ctx, signed("Camille Durand"), tools)).rejects.toMatchObject({
      fieldErrors: { name: [expect.stringContaining("Zoé Lévêque-Martin")] },
    });
    expect([await ctx.db.$count(dossierVersions), await tools.everything()]).toEqual([0, []]);
  }));

test("EI-62 EI-106 a status that asks for no statement signs none", () =>
  staged("none", async ({ ctx }) => {
    await expect(signHonour(ctx, signed("Zoé Lévêque-Martin"), tools)).rejects.toThrow("rien n’est à signer");
  }));

test("EI-106 the box must be ticked", () => {
  expect(signHonourInput.safeParse({ name: "Zoé Lévêque-Martin" }).success).toBe(false);
});
