import { expect, test } from "vitest";
import { registrationRequests } from "@/db/schema/accounts";
import { makeSignedIn } from "@/db/testing/factories/accounts";
import { confirmMainChange } from "@/lib/accounts/addresses/confirm-main-change";
import { requestMainChange } from "@/lib/accounts/addresses/request-main-change";
import { requestSecondary } from "@/lib/accounts/addresses/request-secondary";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import { sendReset } from "@/lib/accounts/passwords/send-reset";
import { sendConfirmation } from "@/lib/accounts/registration/send-confirmation";
import { as, inStory, lastMailOf, linkOf, linkProof, mailsOf, plainHuman } from "@/lib/accounts/testing/mailed-story";
import type { Ctx } from "@/lib/core/ctx";
import { withTx } from "@/lib/core/tx";
import { followLink } from "./follow-link";
import { liveLinkOf } from "./live-link-of";
import { readLinkByToken } from "./read-link";
import { linkFormPurpose } from "./require-sign";
import { type LinkPurpose, linkPurposes } from "./vocabulary";

const main = "camille@ville.fr";
const current = "Actuel-2026";

/** A mail of each purpose, as its reader has it, and who it is about. */
async function mailed(ctx: Ctx, purpose: LinkPurpose) {
  const person = await makeSignedIn(ctx, { address: main, passwordHash: await hashPassword(current) });
  const mine = as(ctx, person);
  switch (purpose) {
    case "confirm_registration": {
      await signUp(ctx);
      return { mine, mail: await lastMailOf(ctx, "confirm-registration") };
    }
    case "reset_password":
      await withTx(ctx, (tx) => sendReset(tx, { accountId: person.accountId, resends: 0 }));
      return { mine, mail: await lastMailOf(ctx, "reset-password") };
    case "prove_secondary":
      await requestSecondary(mine, { address: "camille@maison.fr", current });
      return { mine, mail: await lastMailOf(ctx, "secondary-to-prove") };
    case "change_main":
      await requestMainChange(mine, { address: "camille@metropole.fr", current });
      return { mine, mail: await lastMailOf(ctx, "main-change-to-prove") };
    case "undo_change":
      await requestMainChange(mine, { address: "camille@metropole.fr", current });
      await confirmMainChange(ctx, await lastMailOf(ctx, "main-change-to-prove"));
      return { mine, mail: await lastMailOf(ctx, "main-changed") };
  }
}

async function signUp(ctx: Ctx, secondaryAddress: string | null = null): Promise<void> {
  const [request] = await ctx.db
    .insert(registrationRequests)
    .values({
      application: "formadist",
      civility: "m",
      firstName: "Karim",
      lastName: "Haddad",
      address: "karim@ville.fr",
      canonical: "karim@ville.fr",
      secondaryAddress,
      passwordHash: "x",
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + 72 * 3_600_000),
    })
    .returning({ id: registrationRequests.id });
  await withTx(ctx, (tx) => sendConfirmation(tx, { requestId: request?.id ?? "", resends: 0 }));
}

test.each(linkPurposes)("MC-06 %s: read by twenty scanners, the link is as new", (purpose) =>
  inStory(async (ctx) => {
    const { mail } = await mailed(ctx, purpose);
    const first = await linkOf(ctx, mail);
    for (let time = 0; time < 20; time++) {
      await readLinkByToken(ctx, mail.token);
      await liveLinkOf(ctx, mail.token);
    }
    expect(await linkOf(ctx, mail)).toEqual(first);
  }),
);

test.each(linkPurposes)(
  "MC-06 %s: the mail carries the code that its page asks for without JavaScript; posting without it acts on nothing",
  (purpose) =>
    inStory(async (ctx) => {
      const { mail } = await mailed(ctx, purpose);
      expect(mail.code).toMatch(/^\d{8}$/u);
      await expect(followLink(ctx, { ...plainHuman(linkFormPurpose), token: mail.token })).rejects.toMatchObject({
        fieldErrors: { code: expect.any(Array) as unknown },
      });
      expect(await linkOf(ctx, mail)).toMatchObject({ usedAt: null, voidedAt: null });
    }),
);

const leadsTo = {
  confirm_registration: "/compte/connexion?message=confirme&courriel=karim%40ville.fr",
  prove_secondary: "/compte/connexion?message=secondaire&courriel=camille%40ville.fr",
  change_main: "/compte/connexion?message=adresse&courriel=camille%40metropole.fr",
  undo_change: expect.stringMatching(/^\/compte\/lien\/[\w-]{43}$/u) as string,
} as const;

test.each(Object.entries(leadsTo))("MC-06 %s: one button, pressed by a human, fulfils it and leads on", (purpose, next) =>
  inStory(async (ctx) => {
    const { mail } = await mailed(ctx, purpose as LinkPurpose);
    expect(await followLink(ctx, linkProof(mail))).toEqual({ next });
    expect(await linkOf(ctx, mail)).toMatchObject({ usedAt: ctx.now });
    await expect(followLink(ctx, linkProof(mail))).rejects.toMatchObject({
      code: "expired",
      message: expect.stringContaining("déjà été utilisé") as string,
    });
  }),
);

test("MC-20 the button alone sets no password: a reset link asks for its own form", () =>
  inStory(async (ctx) => {
    const { mail } = await mailed(ctx, "reset_password");
    await expect(followLink(ctx, linkProof(mail))).rejects.toMatchObject({ code: "invalid" });
    expect(await linkOf(ctx, mail)).toMatchObject({ usedAt: null });
  }));

test("MC-22 whoever is signed in to that account goes back to their addresses", () =>
  inStory(async (ctx) => {
    const { mine, mail } = await mailed(ctx, "prove_secondary");
    expect(await followLink(mine, linkProof(mail))).toEqual({ next: "/compte/adresses?message=secondaire" });
  }));

test("MC-22 somebody signed in to another account confirms for the account of the link, never for their own", () =>
  inStory(async (ctx) => {
    const { mail } = await mailed(ctx, "prove_secondary");
    const other = await makeSignedIn(ctx);
    expect(await followLink(as(ctx, other), linkProof(mail))).toMatchObject({
      next: expect.stringContaining("/compte/connexion") as string,
    });
    expect((await mailsOf(ctx, "secondary-added")).map(({ to }) => to)).toEqual([main]);
  }));

test("MC-02 MC-21 the secondary address of a sign-up counts once the account is active and its own link confirmed", () =>
  inStory(async (ctx) => {
    await signUp(ctx, "karim@maison.fr");
    await followLink(ctx, linkProof(await lastMailOf(ctx, "confirm-registration")));
    const proof = await lastMailOf(ctx, "secondary-to-prove");
    expect(proof.to).toBe("karim@maison.fr");
    await followLink(ctx, linkProof(proof));
    expect((await lastMailOf(ctx, "secondary-added")).to).toBe("karim@ville.fr");
  }));

test("MC-07 an unknown token says that it is unknown", () =>
  inStory(async (ctx) => {
    for (const token of ["", "x", "a".repeat(43), "a".repeat(5000)])
      await expect(liveLinkOf(ctx, token)).rejects.toMatchObject({
        code: "expired",
        message: expect.stringContaining("inconnu") as string,
      });
  }));
