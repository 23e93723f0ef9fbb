import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { mailedLinks, roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { cvEntries } from "@/db/schema/cv-library";
import { auditLog } from "@/db/schema/platform";
import { trainerProfiles } from "@/db/schema/trainers";
import { inRolledBackTx, onCommittedCopy, testCtx, testNow } from "@/db/testing/rollback";
import { resetPassword } from "@/lib/accounts/passwords/reset-password";
import { inStory, lastMailOf, linkProof, mailsOf } from "@/lib/accounts/testing/mailed-story";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import { furnish, managerOf } from "../testing/ad-stage";
import { createTrainer } from "./create-trainer";
import { importTrainers, previewTrainers } from "./import-trainers";
import { createTrainerInput } from "./schemas";

const camille = {
  civility: "Mme",
  lastName: "Durand",
  birthName: "Martin",
  firstName: "Camille",
  bornOn: "17/09/1985",
  address: "Camille.Durand@Ville.fr",
  phone: "06 12 34 56 78",
  structure: "54",
  immatriculation: "054-0012",
};
const person = (over: Record<string, unknown> = {}) => createTrainerInput.parse({ ...camille, ...over });
const staged = <Result>(story: (tx: TxCtx, manager: Ctx) => Promise<Result>) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    return story(tx, await managerOf(tx, "054"));
  });

test("AD-16 EI-70 a manager creates a trainer: account, role, validated profile with its number, and the mail that lets them in", () =>
  staged(async (tx, manager) => {
    const { profileId, accountId } = await createTrainer(manager, person());
    const [profile] = await tx.db.select().from(trainerProfiles).where(eq(trainerProfiles.id, profileId));
    expect(profile).toMatchObject({
      state: "validated",
      immatriculation: "054-0012",
      answers: { birthName: "Martin", bornOn: "17/09/1985" },
    });
    const [entry] = await tx.db.select().from(cvEntries);
    expect(entry).toMatchObject({ lastName: "Durand", facets: expect.arrayContaining(["w:worked"]) });
    expect(await tx.db.$count(roleGrants, eq(roleGrants.accountId, accountId))).toBe(1);
    const [link] = await tx.db.select().from(mailedLinks).where(eq(mailedLinks.subjectId, accountId));
    expect(link).toMatchObject({ purpose: "reset_password", payload: { after: "created" }, address: "camille.durand@ville.fr" });
    expect(link?.expiresAt).toEqual(new Date(testNow.getTime() + 7 * 24 * 3_600_000));
    const [mail] = await mailsOf(tx, "trainer-created");
    expect(mail).toMatchObject({ to: "camille.durand@ville.fr", props: { firstName: "Camille", until: "28 novembre 2026 à 10:00" } });
    expect(await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.created"))).toHaveLength(1);
  }));

test("EI-70 the link confirms the address and sets the password that the person chose", () =>
  inStory(async (ctx) => {
    await furnish(ctx);
    const { accountId } = await createTrainer(await managerOf(ctx, "054"), person());
    const mail = await lastMailOf(ctx, "trainer-created");
    const [before] = await ctx.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, accountId));
    const chosen = { ...linkProof(mail), password: "Mon-Nouveau-Secret-42", confirmation: "Mon-Nouveau-Secret-42" };
    expect(await resetPassword(ctx, chosen)).toEqual({ address: "camille.durand@ville.fr" });
    const [after] = await ctx.db.select({ hash: accounts.passwordHash }).from(accounts).where(eq(accounts.id, accountId));
    expect(after?.hash).not.toBe(before?.hash);
    await expect(resetPassword(ctx, chosen)).rejects.toMatchObject({ code: "expired" });
  }));

test("AD-16 the same person twice is refused with a sentence: by address, by identity, by number", () =>
  staged(async (_tx, manager) => {
    await createTrainer(manager, person());
    const again = (over: Record<string, unknown>) => createTrainer(manager, person({ immatriculation: "", ...over }));
    await expect(again({ lastName: "Petit", birthName: "" })).rejects.toMatchObject({
      fieldErrors: { address: [expect.stringContaining("déjà un compte")] },
    });
    await expect(again({ birthName: "MARTÍN", address: "autre@ville.fr" })).rejects.toMatchObject({
      fieldErrors: { lastName: [expect.stringContaining("profil existe déjà")] },
    });
    await expect(createTrainer(manager, person({ birthName: "Roux", address: "autre@ville.fr" }))).rejects.toMatchObject({
      fieldErrors: { immatriculation: [expect.stringContaining("déjà celle")] },
    });
  }));

test("AD-16 EI-22 of somebody whose profile is not in the CVthèque, nothing is told but to write to the support", () =>
  staged(async (tx, manager) => {
    const { profileId } = await createTrainer(manager, person());
    await tx.db.update(trainerProfiles).set({ state: "draft" }).where(eq(trainerProfiles.id, profileId));
    const again = person({ immatriculation: "", address: "autre@ville.fr" });
    await expect(createTrainer(manager, again)).rejects.toMatchObject({
      fieldErrors: { lastName: ["Cette personne ne peut pas être créée d’ici : écrivez à l’assistance."] },
    });
  }));

test("AD-16 nobody is born tomorrow, nor is a child a trainer", () =>
  staged(async (_tx, manager) => {
    for (const bornOn of ["22/11/2026", "17/09/2018"])
      await expect(createTrainer(manager, person({ bornOn }))).rejects.toMatchObject({ fieldErrors: { bornOn: [expect.any(String)] } });
  }));

test("AD-16 for one’s structures only; a program of the institution for all; nobody else", () =>
  staged(async (tx, manager) => {
    await expect(createTrainer(manager, person({ structure: "075" }))).rejects.toMatchObject({
      fieldErrors: { structure: [expect.any(String)] },
    });
    await expect(createTrainer(manager, person({ structure: "999" }))).rejects.toMatchObject({
      fieldErrors: { structure: [expect.any(String)] },
    });
    await expect(createTrainer(tx, person())).rejects.toMatchObject({ code: "forbidden" });
    await expect(createTrainer({ ...tx, actor: { kind: "system", name: "purge-mails" } }, person())).rejects.toMatchObject({
      code: "forbidden",
    });
    await createTrainer({ ...tx, actor: { kind: "system", name: "api" } }, person({ structure: "075" }), {
      keyId: "k-1",
      name: "Logiciel de paie",
    });
    const [line] = await tx.db.select().from(auditLog).where(eq(auditLog.action, "trainer.created"));
    expect(line).toMatchObject({ actorKind: "api", details: { key: "Logiciel de paie", keyId: "k-1" } });
  }));

describe("AD-16 a file of trainers", () => {
  const header = "Civilité;Nom d’usage;Prénom;Date de naissance;Courriel;Structure;Immatriculation\n";
  const lines = "Mme;Durand;Camille;17/09/1985;camille@ville.fr;054;\nM.;Haddad;Karim;01/02/1980;karim@ville.fr;054;054-0013\n";

  test("AD-16 everybody of the file is created and gets a mail; presented again, everybody is refused as known", () =>
    staged(async (tx, manager) => {
      const text = header + lines;
      const preview = await previewTrainers(manager, { text });
      expect(preview.lines.map(({ effect }) => effect)).toEqual(["added", "added"]);
      expect(await importTrainers(manager, { text, print: preview.print })).toEqual({ added: 2 });
      expect((await mailsOf(tx, "trainer-created")).map(({ to }) => to).toSorted()).toEqual(["camille@ville.fr", "karim@ville.fr"]);
      const again = await previewTrainers(manager, { text });
      expect(again.lines.map(({ effect }) => effect)).toEqual(["refused", "refused"]);
    }));

  test.each([
    ["Mme;Petit;Awa;17/09/1985;camille@ville.fr;054;", "La ligne 2 est déjà"],
    ["Mme;Petit;Awa;31/02/1985;awa@ville.fr;054;", "Date de naissance"],
    ["Mme;Petit;Awa;17/09/1985;awa@ville.fr;075;", "Structure"],
    ["Mme;Petit;Awa;22/11/2026;awa@ville.fr;054;", "à venir"],
    ["Mme;=Petit;Awa;17/09/1985;awa@ville.fr;054;", "formule"],
  ])("AD-16 a line that cannot be created says why, and nobody is created (%#)", (line, reason) =>
    staged(async (tx, manager) => {
      const text = `${header}${lines}${line}\n`;
      const preview = await previewTrainers(manager, { text });
      expect(preview.lines[2]?.effect).toBe("refused");
      expect(preview.lines[2]?.notes.join(" ")).toContain(reason);
      await expect(importTrainers(manager, { text, print: preview.print })).rejects.toMatchObject({ code: "invalid" });
      expect(await tx.db.$count(trainerProfiles)).toBe(0);
    }),
  );
});

test("AD-16 one person created twice at the same time, by two managers, is created once", () =>
  onCommittedCopy("creation", async (db) => {
    const ctx = testCtx(db);
    await furnish(ctx);
    const managers = [await managerOf(ctx, "054"), await managerOf(ctx, "054")];
    const outcomes = await Promise.allSettled(
      managers.map((manager, index) => createTrainer(manager, person({ address: `camille${index}@ville.fr`, immatriculation: "" }))),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.$count(trainerProfiles)).toBe(1);
  }));
