import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { mailedLinks } from "@/db/schema/access";
import { accountAddresses } from "@/db/schema/accounts";
import { makeAccount, makeSignedIn } from "@/db/testing/factories/accounts";
import { as, auditOf, countWrites, inStory, lastMailOf, linkOf, mailsOf, minutesLater } from "@/lib/accounts/testing/mailed-story";
import { hashPassword } from "@/lib/accounts/passwords/hash-password";
import type { Ctx } from "@/lib/core/ctx";
import { addressesFor } from "./addresses-for";
import { proveSecondary } from "./prove-secondary";
import { readOwnAddresses } from "./read-own-addresses";
import { removeSecondary } from "./remove-secondary";
import { requestSecondary } from "./request-secondary";
import { cancelProof, resendProof } from "./resend-proof";

const main = "camille@ville.fr";
const home = "camille@maison.fr";
const current = "Actuel-2026";

/** Somebody signed in, whose password is known. */
async function signedIn(ctx: Ctx, over: Parameters<typeof makeSignedIn>[1] = {}) {
  const person = await makeSignedIn(ctx, { address: main, passwordHash: await hashPassword(current), ...over });
  return { person, mine: as(ctx, person) };
}

const ask = (ctx: Ctx, address = home) => requestSecondary(ctx, { address, current });
const secondaryOf = async (ctx: Ctx, accountId: string) =>
  (await ctx.db.select().from(accountAddresses).where(eq(accountAddresses.accountId, accountId))).find(({ kind }) => kind === "secondary")
    ?.address;

test("MC-21 a secondary address counts only once proved by the link sent to it; the main one is then told", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx);
    expect(await ask(mine)).toEqual({ address: home });
    const mail = await lastMailOf(ctx, "secondary-to-prove");
    expect(mail.to).toBe(home);
    expect(await secondaryOf(ctx, person.accountId)).toBeUndefined();
    expect(await addressesFor(ctx, person.accountId, "password")).toEqual([main]);
    expect(await proveSecondary(ctx, mail)).toEqual({ accountId: person.accountId, main });
    expect(await secondaryOf(ctx, person.accountId)).toBe(home);
    expect((await mailsOf(ctx, "secondary-added")).map(({ to, props }) => [to, props["address"]])).toEqual([[main, home]]);
    expect(await auditOf(ctx, "address.secondary_prove")).toMatchObject([{ accountId: person.accountId }]);
  }));

test("MC-21 mail about the password goes to both, about the addresses to the main one, the rest to the secondary one when there is one", () =>
  inStory(async (ctx) => {
    const alone = await makeAccount(ctx, { address: "seul@ville.fr" });
    const both = await makeAccount(ctx, { address: main, secondaryAddress: home });
    const closed = await makeAccount(ctx, { closedAt: ctx.now });
    for (const topic of ["password", "addresses", "account"] as const) {
      expect(await addressesFor(ctx, alone.accountId, topic)).toEqual(["seul@ville.fr"]);
      expect(await addressesFor(ctx, closed.accountId, topic)).toEqual([]);
    }
    expect(await addressesFor(ctx, both.accountId, "password")).toEqual([main, home]);
    expect(await addressesFor(ctx, both.accountId, "addresses")).toEqual([main]);
    expect(await addressesFor(ctx, both.accountId, "account")).toEqual([home]);
  }));

test("MC-21 a new secondary address takes the place of the former one, which is told", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx, { secondaryAddress: home });
    await ask(mine, "camille@nouveau.fr");
    expect(await secondaryOf(ctx, person.accountId)).toBe(home);
    await proveSecondary(ctx, await lastMailOf(ctx, "secondary-to-prove"));
    expect(await secondaryOf(ctx, person.accountId)).toBe("camille@nouveau.fr");
    expect((await mailsOf(ctx, "address-withdrawn")).map(({ to }) => to)).toEqual([home]);
  }));

test("MC-21 taken off, it no longer counts: it is told, and so is the main one", () =>
  inStory(async (ctx) => {
    const { person, mine } = await signedIn(ctx, { secondaryAddress: home });
    await removeSecondary(mine);
    expect(await secondaryOf(ctx, person.accountId)).toBeUndefined();
    expect([await lastMailOf(ctx, "address-withdrawn"), await lastMailOf(ctx, "secondary-removed")].map(({ to }) => to)).toEqual([
      home,
      main,
    ]);
    expect(await auditOf(ctx, "address.secondary_remove")).toHaveLength(1);
    await expect(removeSecondary(mine)).rejects.toMatchObject({ code: "absent" });
  }));

test("MC-21 another person's secondary address stays where it is", () =>
  inStory(async (ctx) => {
    const other = await makeAccount(ctx, { secondaryAddress: home });
    const { mine } = await signedIn(ctx);
    await expect(removeSecondary(mine)).rejects.toMatchObject({ code: "absent" });
    expect(await secondaryOf(ctx, other.accountId)).toBe(home);
  }));

test("MC-22 the answer, the writes and the page are the same when the address is somebody else's, who is told by mail", () =>
  inStory(async (ctx) => {
    const taken = "prise@ville.fr";
    const owner = await makeAccount(ctx, { address: taken, firstName: "Inès" });
    const seen = [];
    for (const [address, name] of [
      ["libre@ville.fr", "un@ville.fr"],
      [taken, "deux@ville.fr"],
    ] as const) {
      const { person, mine } = await signedIn(ctx, { address: name });
      const before = await countWrites(ctx);
      const answer = await ask(mine, address);
      const after = await countWrites(ctx);
      const { pending } = await readOwnAddresses(mine);
      const again = await resendProof(minutesLater(mine, 1), { purpose: "prove_secondary" });
      seen.push({
        answer: Object.keys(answer),
        mails: after.mails - before.mails,
        links: after.links - before.links,
        audit: after.audit - before.audit,
        pending: { ...pending.prove_secondary, address: "" },
        again,
      });
      await cancelProof(minutesLater(mine, 1), { purpose: "prove_secondary" });
      expect(await secondaryOf(ctx, person.accountId)).toBeUndefined();
    }
    expect(seen[1]).toEqual(seen[0]);
    expect((await mailsOf(ctx, "secondary-to-prove")).map(({ to }) => to)).toEqual(["libre@ville.fr", "libre@ville.fr"]);
    expect(await lastMailOf(ctx, "address-known")).toMatchObject({ to: taken, url: "", props: { firstName: "Inès" } });
    expect(await addressesFor(ctx, owner.accountId, "account")).toEqual([taken]);
  }));

test("MC-21 refused: one's own addresses, a wrong password, and whoever is not signed in", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx, { secondaryAddress: home });
    for (const own of [main, home])
      await expect(ask(mine, own)).rejects.toMatchObject({ code: "invalid", fieldErrors: { address: [expect.stringContaining("C’est")] } });
    await expect(requestSecondary(mine, { address: "x@ville.fr", current: "Faux-2026" })).rejects.toMatchObject({
      fieldErrors: { current: expect.any(Array) as unknown },
    });
    await expect(ask(ctx)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await ctx.db.$count(mailedLinks)).toBe(0);
  }));

test("MC-07 sent again at once, then after 1, 5, 15 minutes, said on the page; the newer link voids the older", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    const again = (at: number) => resendProof(minutesLater(mine, at), { purpose: "prove_secondary" });
    await ask(mine);
    expect(await again(0)).toEqual({ nextFrom: minutesLater(ctx, 1).now });
    await expect(again(0.5)).rejects.toMatchObject({
      code: "limited",
      retryAfter: 30,
      message: expect.stringContaining("30 secondes") as string,
    });
    expect(await again(1)).toEqual({ nextFrom: minutesLater(ctx, 6).now });
    expect((await readOwnAddresses(minutesLater(mine, 2))).pending.prove_secondary?.resendFrom).toEqual(minutesLater(ctx, 6).now);
    await expect(again(5.9)).rejects.toMatchObject({ code: "limited" });
    expect(await again(6)).toEqual({ nextFrom: minutesLater(ctx, 21).now });
    await expect(again(20.9)).rejects.toMatchObject({ code: "limited" });
    const mails = await mailsOf(ctx, "secondary-to-prove");
    expect(mails).toHaveLength(4);
    await expect(proveSecondary(minutesLater(ctx, 7), mails[0] ?? { token: "" })).rejects.toMatchObject({ code: "expired" });
    await expect(proveSecondary(minutesLater(ctx, 7), mails[3] ?? { token: "" })).resolves.toBeDefined();
  }));

test("MC-07 changing one's mind about the address does not send mails faster", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    for (const address of ["un@ailleurs.fr", "deux@ailleurs.fr"]) await ask(mine, address);
    await cancelProof(mine, { purpose: "prove_secondary" });
    await expect(ask(mine, "trois@ailleurs.fr")).rejects.toMatchObject({ code: "limited" });
  }));

test("MC-21 a cancelled or expired request: its link says so, and an expired one can be sent anew", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await ask(mine);
    const mail = await lastMailOf(ctx, "secondary-to-prove");
    expect((await linkOf(ctx, mail)).expiresAt).toEqual(minutesLater(ctx, 72 * 60).now);
    const late = minutesLater(mine, 72 * 60);
    await expect(proveSecondary(late, mail)).rejects.toMatchObject({
      code: "expired",
      message: expect.stringContaining("délai") as string,
    });
    expect((await readOwnAddresses(late)).pending.prove_secondary).toMatchObject({ expired: true, resendFrom: late.now });
    await resendProof(late, { purpose: "prove_secondary" });
    const newer = await lastMailOf(ctx, "secondary-to-prove");
    await cancelProof(late, { purpose: "prove_secondary" });
    await expect(proveSecondary(late, newer)).rejects.toMatchObject({
      code: "expired",
      message: expect.stringContaining("annulée") as string,
    });
    expect((await readOwnAddresses(late)).pending).toEqual({});
  }));

test("MC-21 another person's request is nowhere to be seen, sent again or cancelled", () =>
  inStory(async (ctx) => {
    const { mine } = await signedIn(ctx);
    await ask(mine);
    const other = as(ctx, await makeSignedIn(ctx));
    expect((await readOwnAddresses(other)).pending).toEqual({});
    for (const act of [resendProof, cancelProof])
      await expect(act(other, { purpose: "prove_secondary" })).rejects.toMatchObject({ code: "absent" });
    expect((await readOwnAddresses(mine)).pending.prove_secondary).toMatchObject({ address: home });
  }));
