import { describe, expect, test } from "vitest";
import { dossierRequests, dossiers } from "@/db/schema/dossiers";
import { inRolledBackTx } from "@/db/testing/rollback";
import type { Ctx, TxCtx } from "@/lib/core/ctx";
import type { Refusal } from "@/lib/core/refusal";
import { readLists } from "../profile/read-lists";
import type { Answers } from "../profile/vocabulary";
import { furnish, managerOf, structureOf } from "../testing/ad-stage";
import { anOpening, dossierOf, identityAnswers, joinPieces, lastVersion, typeInDossier } from "../testing/dossier-stage";
import { aTrainer, type StagedTrainer } from "../testing/profile-stage";
import { decideVersion } from "./decide-version";
import { keepForm, saveForm } from "./form/save-form";
import { dossierFormInput, erasing } from "./form/schemas";
import { ensureDossier } from "./lock-dossier";
import { can } from "./policy";
import { countOwnRequests, listOwnEndingPieces } from "./read-calls";
import { readOwnDossier } from "./read-own-dossier";
import { renewOrder } from "./renew-order";
import { saveDraft } from "./save-draft";
import { sendDossier } from "./send-dossier";
import { type DossierBlock, dossierBlocks } from "./vocabulary";

const nir = "258117511901563";
const iban = "FR7630006000011234567890189";

const staged = <Result>(story: (tx: TxCtx, trainer: StagedTrainer) => Promise<Result>, answers: Answers = { status: "self_employed" }) =>
  inRolledBackTx(async (tx) => {
    await furnish(tx);
    return story(tx, await aTrainer(tx, { immatriculation: "054-0012", answers: { bornOn: "23/11/1958", ...answers } }));
  });
const shown = async (ctx: Ctx) => readOwnDossier(ctx, await readLists(ctx));
const daysLater = (ctx: Ctx, days: number): Ctx => ({ ...ctx, now: new Date(ctx.now.getTime() + days * 86_400_000) });

async function judged(ctx: Ctx, profileId: string, block: DossierBlock, refusedBecause: string | null = null): Promise<void> {
  const dossierId = (await dossierOf(ctx, profileId))?.id ?? "";
  const manager = { ...(await managerOf(ctx, "075")), now: ctx.now };
  await anOpening(manager, dossierId);
  const { id } = await lastVersion(ctx, dossierId, block);
  await decideVersion(manager, { versionId: id, decision: refusedBecause === null ? "validated" : "refused", reason: refusedBecause });
}

/** As the page posts it: what it showed, and what is typed over it. */
const posted = (seen: Answers, typed: Answers, then = "stay") => dossierFormInput.parse({ seen: JSON.stringify(seen), then, ...typed });

describe("EI-60 one’s own dossier, as the page shows it", () => {
  test("EI-60 EI-62 a trainer who begins sees what the status asks for as missing, the rest as optional or not at all", () =>
    staged(async (_tx, { ctx }) => {
      const { blocks, toDo, answers, isComplete } = await shown(ctx);
      expect(blocks.identity).toMatchObject({ need: "required", state: "missing", sent: false });
      expect(blocks.honour).toMatchObject({ need: "required", state: "missing" });
      expect([blocks.bank.need, blocks.contract.need, blocks.retirement.need]).toEqual(["optional", "absent", "absent"]);
      expect(answers).toMatchObject({ street: "16 avenue Mozart", birthPlace: "Toulouse" });
      expect([...new Set(toDo.map(({ block }) => block))]).toEqual(["identity", "honour"]);
      expect(isComplete).toBe(false);
    }));

  test("EI-61 EI-63 TR-30 numbers come back masked, never whole, and lie sealed in the database", () =>
    staged(async (tx, trainer) => {
      await typeInDossier(trainer, { nir, iban, bic: "AGRIFRPP", documentNumber: "T7X62TZ79" });
      const own = await shown(trainer.ctx);
      const sent = JSON.stringify(own);
      for (const secret of [nir, iban, "AGRIFRPP", "T7X62TZ79"]) {
        expect(sent).not.toContain(secret);
        expect(JSON.stringify(await tx.db.select().from(dossiers))).not.toContain(secret);
      }
      expect(own.answers).toMatchObject({ nir: "2 58 •• •• ••• ••• 63", bic: "AGRI••••" });
      expect(own.sepa).toBe(true);
    }));

  test("EI-61 EI-63 what does not fit is hinted at and never keeps from sending", () =>
    staged(async (_tx, trainer) => {
      await typeInDossier(trainer, {
        ...identityAnswers,
        identityUntil: "01/03/2024",
        nir: "1 85 05 75 119 015",
        iban: "TN59 1000 6035 1835 9847 8831",
        bic: "BTBKTNTT",
      });
      await joinPieces(trainer, "identity_front", "identity_back", "social_security", "bank");
      const { blocks, toDo, sepa } = await shown(trainer.ctx);
      expect(blocks.identity.hints).toEqual([expect.stringContaining("n’est plus valable")]);
      expect(blocks.social_security.hints).toEqual(
        ["un homme", "née en 85", "Le mois de naissance"].map((words) => expect.stringContaining(words)),
      );
      expect([sepa, blocks.bank.hints]).toEqual([false, [expect.stringContaining("hors de la zone SEPA")]]);
      expect(new Set(toDo.map(({ block }) => block))).toEqual(new Set(["honour"]));
      expect(await sendDossier(trainer.ctx)).toEqual({ blocks: ["identity", "social_security", "bank"] });
    }));

  test("EI-62 another status asks for other papers at once; validated, it makes a complete file incomplete", () =>
    staged(async (_tx, trainer) => {
      await typeInDossier(trainer, { ...identityAnswers, honourDate: "01/11/2026" });
      await joinPieces(trainer, "identity_front", "identity_back", "honour");
      await sendDossier(trainer.ctx);
      for (const block of ["identity", "honour"] as const) await judged(trainer.ctx, trainer.profileId, block);
      const asked = async () => {
        const { blocks, toDo, isComplete } = await shown(trainer.ctx);
        const required = dossierBlocks.filter((block) => blocks[block].need === "required");
        return { required, missing: required.filter((block) => toDo.some((one) => one.block === block)), isComplete };
      };
      expect(await asked()).toEqual({ required: ["identity", "honour"], missing: [], isComplete: true });
      await typeInDossier(trainer, { status: "civil_servant" });
      expect(await asked()).toEqual({ required: ["identity", "honour", "order"], missing: ["order"], isComplete: true });
      await typeInDossier(trainer, { status: "none", withoutWork: "retired" });
      expect(await asked()).toEqual({ required: ["identity", "retirement"], missing: ["retirement"], isComplete: true });
      await typeInDossier(trainer, { status: "private_employee", workingTime: "full", jobTitle: "Comptable" });
      expect(await asked()).toEqual({ required: ["identity", "contract", "honour"], missing: ["contract"], isComplete: true });
      await sendDossier(trainer.ctx);
      await judged(trainer.ctx, trainer.profileId, "status");
      expect(await asked()).toMatchObject({ missing: ["contract"], isComplete: false });
    }));

  test("EI-64 a request of a manager is shown with its message, whatever the status asks for, until it is answered", () =>
    staged(async (tx, trainer) => {
      const { id: dossierId } = await ensureDossier(tx, trainer.profileId);
      const structureId = await structureOf(tx, "054");
      await tx.db
        .insert(dossierRequests)
        .values({ dossierId, block: "diploma", structureId, message: "Votre master, s’il vous plaît.", askedAt: tx.now });
      expect((await shown(trainer.ctx)).blocks.diploma).toMatchObject({
        state: "missing",
        request: { message: "Votre master, s’il vous plaît." },
      });
      expect(await countOwnRequests(trainer.ctx)).toBe(1);
      await joinPieces(trainer, "diploma");
      await sendDossier(trainer.ctx);
      expect((await shown(trainer.ctx)).blocks.diploma).toMatchObject({ state: "waiting", request: null });
      expect(await countOwnRequests(trainer.ctx)).toBe(0);
    }));

  test("EI-65 the history tells each sending and what became of it, the newest first, with the reason of a refusal", () =>
    staged(async (_tx, trainer) => {
      await typeInDossier(trainer, { honourDate: "01/11/2026" });
      await joinPieces(trainer, "honour");
      await sendDossier(trainer.ctx);
      await judged(trainer.ctx, trainer.profileId, "honour", "La signature manque.");
      const next = { ...trainer, ctx: daysLater(trainer.ctx, 1) };
      await joinPieces(next, "honour");
      await sendDossier(next.ctx);
      const own = await shown(next.ctx);
      expect(own.history.map(({ block, state, reason }) => [block, state, reason])).toEqual([
        ["honour", "waiting", null],
        ["honour", "refused", "La signature manque."],
      ]);
      expect(own.lastSent).toEqual({ at: next.ctx.now, blocks: ["honour"] });
    }));

  test("EI-65 the last refusal is shown with its reason, and what to do about it", () =>
    staged(async (_tx, trainer) => {
      await typeInDossier(trainer, { honourDate: "01/11/2026" });
      await joinPieces(trainer, "honour");
      await sendDossier(trainer.ctx);
      await judged(trainer.ctx, trainer.profileId, "honour", "La signature manque.");
      const { blocks, toDo } = await shown(trainer.ctx);
      expect(blocks.honour).toMatchObject({ state: "refused", refusedBecause: "La signature manque.", changed: false });
      expect(toDo.find(({ block }) => block === "honour")?.message).toContain("corrigez");
      expect(toDo.find(({ block }) => block === "honour")?.target).toBeNull();
    }));

  test("EI-60 two trainers each see what they typed, joined and sent, and nothing of the other’s", () =>
    staged(async (tx, zoe) => {
      const awa = await aTrainer(tx, { firstName: "Awa", answers: { status: "self_employed" } });
      await typeInDossier(zoe, { street: "3 quai des Bateliers", iban, bic: "AGRIFRPP" });
      await joinPieces(zoe, "bank");
      await sendDossier(zoe.ctx);
      await typeInDossier(awa, { street: "9 rue Haute", iban: "BE71096123456769" });
      await joinPieces(awa, "diploma");
      const read = async ({ ctx }: StagedTrainer) => {
        const { answers, files, history } = await shown(ctx);
        return [answers["street"], answers["iban"], Object.keys(files), history.map(({ block }) => block)];
      };
      expect(await read(zoe)).toEqual(["3 quai des Bateliers", "FR76 •••• •••• 189", ["bank"], ["address", "bank"]]);
      expect(await read(awa)).toEqual(["9 rue Haute", "BE71 •••• •••• 769", ["diploma"], []]);
      // No address names a dossier: asked for all the same, another's answers as a missing one.
      expect(can.fill(awa.ctx.actor, { accountId: zoe.accountId, state: "validated" })).toMatchObject({ allowed: false, code: "absent" });
    }));

  test.each([
    ["submitted", "quand votre profil est validé"],
    ["archived", "demandez sa réactivation"],
  ] as const)("EI-60 nothing is asked of who is %s, who is told why", (state, reason) =>
    inRolledBackTx(async (tx) => {
      await furnish(tx);
      const { ctx } = await aTrainer(tx, { state });
      await expect(shown(ctx)).rejects.toThrow(reason);
      await expect(saveDraft(ctx, { changes: [{ field: "nir", from: "", to: nir }] })).rejects.toThrow(reason);
      expect(await tx.db.$count(dossiers)).toBe(0);
    }),
  );
});

describe("EI-65 typed text is not lost", () => {
  test("EI-65 two tabs: each keeps its own fields, and the field that both changed is told with the other’s value", () =>
    staged(async (_tx, { ctx }) => {
      await saveDraft(ctx, { changes: [{ field: "street", from: "16 avenue Mozart", to: "3 quai des Bateliers" }] });
      const { conflicts } = await saveDraft(ctx, {
        changes: [
          { field: "street", from: "16 avenue Mozart", to: "9 rue Haute" },
          { field: "postcode", from: "67000", to: "67600" },
        ],
      });
      expect(conflicts).toEqual([{ field: "street", theirs: "3 quai des Bateliers" }]);
      expect((await shown(ctx)).answers).toMatchObject({ street: "3 quai des Bateliers", postcode: "67600" });
    }));

  test("EI-61 EI-65 two tabs and a masked number: the second is told, with the other’s mask alone", () =>
    staged(async (_tx, { ctx }) => {
      await saveDraft(ctx, { changes: [{ field: "iban", from: "", to: iban }] });
      const { conflicts } = await saveDraft(ctx, { changes: [{ field: "iban", from: "", to: "BE71096123456769" }] });
      expect(conflicts).toEqual([{ field: "iban", theirs: expect.stringContaining("•") }]);
      expect(JSON.stringify(conflicts)).not.toContain(iban);
    }));

  test("EI-65 TR-41 the form posted whole by an older page: what it changed is kept, what another tab changed is told with both texts", () =>
    staged(async (_tx, { ctx }) => {
      const { answers: seen } = await shown(ctx);
      await saveDraft(ctx, { changes: [{ field: "street", from: "16 avenue Mozart", to: "3 quai des Bateliers" }] });
      const told = await keepForm(ctx, posted(seen, { street: "9 rue Haute", city: "Sélestat", identityKind: "passport" })).catch(
        (error: unknown) => error,
      );
      expect(told).toMatchObject({ code: "conflict" });
      const said = (told as Refusal).fieldErrors["street"]?.join(" ") ?? "";
      expect([said.includes("3 quai des Bateliers"), said.includes("9 rue Haute")]).toEqual([true, true]);
      expect((await shown(ctx)).answers).toMatchObject({ street: "3 quai des Bateliers", city: "Sélestat", identityKind: "passport" });
    }));

  test("EI-61 TR-41 an empty field whose mask was shown keeps what is kept; ticked “effacer”, it goes", () =>
    staged(async (_tx, trainer) => {
      const { ctx } = trainer;
      await typeInDossier(trainer, { nir, iban });
      const { answers: seen } = await shown(ctx);
      await keepForm(ctx, posted(seen, { nir: "", iban: "", street: "9 rue Haute" }));
      expect((await shown(ctx)).answers).toMatchObject({ nir: seen["nir"], iban: seen["iban"], street: "9 rue Haute" });
      await keepForm(ctx, posted((await shown(ctx)).answers, { nir: "", iban: "", [erasing("iban")]: "on" }));
      expect((await shown(ctx)).answers).toMatchObject({ nir: seen["nir"], iban: "" });
    }));

  test("EI-65 a sending that is refused has kept everything that was typed", () =>
    staged(async (_tx, { ctx }) => {
      const { answers: seen } = await shown(ctx);
      await expect(saveForm(ctx, posted(seen, { iban: "FR76 0000", bic: "AGRIFRPP" }, "send"))).rejects.toMatchObject({
        fieldErrors: { iban: [expect.any(String)], bank: [expect.any(String)] },
      });
      expect((await shown(ctx)).answers).toMatchObject({ iban: expect.stringContaining("FR76"), bic: "AGRI••••" });
    }));
});

describe("EI-68 “Ma situation n’a pas changé”", () => {
  const civilServant = {
    status: "civil_servant",
    workingTime: "full",
    publicService: "territorial",
    position: "active",
    jobTitle: "Attachée",
  };
  /** An order that was sent and validated so many days ago. */
  async function anOrder(trainer: StagedTrainer, daysAgo: number): Promise<void> {
    const then = { ...trainer, ctx: daysLater(trainer.ctx, -daysAgo) };
    await joinPieces(then, "order");
    await sendDossier(then.ctx);
    await judged(then.ctx, trainer.profileId, "order");
  }

  test("EI-51 EI-67 EI-68 one click sends the order in force again; alerts stop, and it gains a whole year", () =>
    staged(async (tx, trainer) => {
      await anOrder(trainer, 330);
      const before = await shown(trainer.ctx);
      expect([before.blocks.order.state, before.mayRenewOrder]).toEqual(["expiring", true]);
      expect(await listOwnEndingPieces(trainer.ctx)).toEqual([{ block: "order", endsOn: before.blocks.order.endsOn, ended: false }]);
      await renewOrder(trainer.ctx);
      const after = await shown(trainer.ctx);
      expect([after.blocks.order.state, after.mayRenewOrder]).toEqual(["waiting", false]);
      expect(await listOwnEndingPieces(trainer.ctx)).toEqual([]);
      const dossierId = (await dossierOf(tx, trainer.profileId))?.id ?? "";
      const { origin, endsOn, number } = await lastVersion(tx, dossierId, "order");
      expect([origin, number, endsOn?.slice(0, 4)]).toEqual(["unchanged", 2, "2027"]);
      await judged(trainer.ctx, trainer.profileId, "order");
      expect((await shown(trainer.ctx)).blocks.order).toMatchObject({ state: "valid", endsOn });
    }, civilServant));

  test("EI-68 not before it is asked for, and not twice", () =>
    staged(async (_tx, trainer) => {
      await expect(renewOrder(trainer.ctx)).rejects.toThrow("n’est pas à renouveler");
      await anOrder(trainer, 100);
      await expect(renewOrder(trainer.ctx)).rejects.toThrow("n’est pas à renouveler");
      const late = daysLater(trainer.ctx, 300);
      expect((await shown(late)).blocks.order.state).toBe("expired");
      await renewOrder(late);
      await expect(renewOrder(late)).rejects.toThrow("attend d’être vérifié");
    }, civilServant));
});
