import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accountAddresses, accounts, appConsents, registrationRequests, termsAcceptances } from "@/db/schema/accounts";
import { trainerProfiles } from "@/db/schema/trainers";
import { seedDocuments } from "@/db/seed/reference-documents";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { nextGate } from "@/lib/accounts/applications/next-gate";
import { confirmByLink } from "@/lib/accounts/registration/confirm-registration";
import { as, inStory, lastMailOf, mailsOf, plainHuman } from "@/lib/accounts/testing/mailed-story";
import type { Ctx } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";
import { identityKey } from "../profile/identity-key";
import { furnish } from "../testing/ad-stage";
import { aTrainer } from "../testing/profile-stage";
import { requestTrainerRegistration } from "./request-trainer-registration";
import { trainerSignUpInput } from "./schemas";

const address = "camille@ville.fr";
const form = {
  civility: "mme",
  birthName: "Martin",
  lastName: "Durand",
  firstName: "Camille",
  bornOn: "17/09/1985",
  address,
  addressAgain: address,
  password: "Motdepasse-2026",
  confirmation: "Motdepasse-2026",
  charter: "on",
  conditions: "on",
  notices: "on",
};
const typed = (ctx: Ctx, over: Record<string, unknown> = {}) =>
  trainerSignUpInput.parse({ ...plainHuman("sign-up", ctx.now), ...form, ...over });
const errorsOf = (over: Record<string, unknown>) => {
  const parsed = trainerSignUpInput.safeParse({ ...plainHuman("sign-up"), ...form, ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
};

describe("EI-20 the form", () => {
  test.each([
    [{ notices: undefined }, ["notices"]],
    [{ lastName: "" }, ["lastName"]],
    [{ lastName: "", sameName: "on" }, []],
    [{ addressAgain: "autre@ville.fr" }, ["addressAgain"]],
    [{ confirmation: "Motdepasse-2027" }, ["confirmation"]],
    [{ password: "MOTDEPASSE-2026", confirmation: "MOTDEPASSE-2026" }, ["password"]],
    [{ bornOn: "31/02/1985" }, ["bornOn"]],
  ])("EI-20 %o", (over, fields) => {
    expect(errorsOf(over)).toEqual(fields);
  });

  test("EI-20 « Identique au nom de famille » gives the same name to both", () => {
    expect(trainerSignUpInput.parse({ ...plainHuman("sign-up"), ...form, lastName: "Autre", sameName: "on" }).lastName).toBe("Martin");
  });
});

describe("EI-21 the activation", () => {
  test("EI-21 MC-13 MC-14 the mail is good for seven days; once confirmed, one enters the application without another door", () =>
    inStory(async (ctx) => {
      await seedDocuments(ctx);
      await requestTrainerRegistration(ctx, typed(ctx, { retour: paths.trainers.cvPage("identification") }));
      const mail = await lastMailOf(ctx, "confirm-registration", address);
      expect(mail.subject).toBe("Inscription sur l’Espace intervenants");
      const [request] = await ctx.db.select().from(registrationRequests);
      expect(request?.expiresAt).toEqual(new Date(ctx.now.getTime() + 7 * 24 * 3_600_000));
      expect(await confirmByLink(ctx, mail)).toEqual({ address, returnTo: "/intervenants/cv/identification" });
      const [account] = await ctx.db.select().from(accounts);
      expect(account).toMatchObject({ birthName: "Martin", lastName: "Durand", bornOn: "1985-09-17" });
      const accepted = await ctx.db
        .select({ document: termsAcceptances.document, version: termsAcceptances.version })
        .from(termsAcceptances);
      expect(accepted.map(({ document }) => document).sort()).toEqual([
        "charter",
        "employment_conditions",
        "intervenants-terms",
        "legal_notices",
      ]);
      const [consent] = await ctx.db.select().from(appConsents);
      expect(consent).toMatchObject({ application: "intervenants", mode: "always" });
      const me = as(ctx, { ...(await makeSignedIn(ctx)), accountId: account?.id ?? "" });
      expect(await nextGate(me, "intervenants")).toBeNull();
    }));
});

describe("EI-22 one profile a person", () => {
  const known = async (ctx: Ctx, state: "validated" | "archived") => {
    await furnish(ctx);
    await seedDocuments(ctx);
    const trainer = await aTrainer(ctx, { state });
    const key = identityKey({ civility: "mme", lastName: "MARTÍN", firstName: "camille", bornOn: "1985-09-17" });
    await ctx.db.update(trainerProfiles).set({ identityKey: key }).where(eq(trainerProfiles.id, trainer.profileId));
    return trainer;
  };

  test.each(["validated", "archived"] as const)(
    "EI-22 the identity of a profile that is %s makes no request: support is named, its owner is told once a day",
    (state) =>
      inStory(async (ctx) => {
        const trainer = await known(ctx, state);
        for (const network of ["198.51.100.1", "198.51.100.2"])
          await expect(requestTrainerRegistration({ ...ctx, network }, typed(ctx))).rejects.toMatchObject({
            code: "conflict",
            message: expect.stringContaining("Une vérification est nécessaire"),
          });
        expect(await ctx.db.$count(registrationRequests)).toBe(0);
        const told = await mailsOf(ctx, "trainer-known");
        expect(told.map(({ to, props }) => [to, props["archived"]])).toEqual([[trainer.address, state === "archived"]]);
      }),
  );

  test("EI-22 MC-04 with an address that has an account, the screen says the same as for a new one; its owner is told", () =>
    inStory(async (ctx) => {
      const trainer = await known(ctx, "validated");
      const again = { address: trainer.address, addressAgain: trainer.address };
      await expect(requestTrainerRegistration(ctx, typed(ctx, again))).resolves.toMatchObject({ requestId: expect.any(String) });
      expect(await mailsOf(ctx, "trainer-known")).toEqual([]);
      expect((await mailsOf(ctx, "registration-known")).map(({ to }) => to)).toEqual([trainer.address]);
      expect(await ctx.db.$count(accountAddresses)).toBe(1);
    }));
});
