import { expect, test } from "vitest";
import { makeAccount, makeSignedIn } from "@/db/testing/factories/accounts";
import { removeSecondary } from "@/lib/accounts/addresses/remove-secondary";
import { downloadMyData } from "@/lib/accounts/data-export/download-my-data";
import { blockAccount } from "@/lib/accounts/people/block-account";
import { actOnPeople } from "@/lib/accounts/people/bulk/act-on-people";
import { signOutPerson } from "@/lib/accounts/people/sign-out-person";
import { unblockAccount } from "@/lib/accounts/people/unblock-account";
import { grantRole } from "@/lib/accounts/roles/grant-role";
import { withdrawRole } from "@/lib/accounts/roles/withdraw-role";
import { regenerateRecoveryCodes } from "@/lib/accounts/second-factor/regenerate-recovery-codes";
import { removeFactor } from "@/lib/accounts/second-factor/remove-factor";
import { requestPasskeyCreation } from "@/lib/accounts/second-factor/request-passkey";
import { resetSecondFactors } from "@/lib/accounts/second-factor/reset-second-factors";
import { startTotp } from "@/lib/accounts/second-factor/start-totp";
import { as, inStory, minutesLater } from "@/lib/accounts/testing/mailed-story";
import type { Ctx } from "@/lib/core/ctx";
import { changeSettings } from "@/lib/settings/change-settings";
import { resetSetting } from "@/lib/settings/reset-setting";

/** What a session left open, or stolen, must not do: by the administrator, to oneself or to somebody else. */
const acts: Readonly<Record<string, (ctx: Ctx, accountId: string) => Promise<unknown>>> = {
  "MC-21 take the secondary address off": (ctx) => removeSecondary(ctx),
  "MC-30 take a copy of one’s data": (ctx) => downloadMyData(ctx, { format: "json" }),
  "MC-32 begin a second factor": (ctx) => startTotp(ctx),
  "MC-32 add a passkey": (ctx) => requestPasskeyCreation(ctx),
  "MC-32 remove a factor": (ctx) => removeFactor(ctx, { factor: "totp" }),
  "MC-32 make new recovery codes": (ctx) => regenerateRecoveryCodes(ctx),
  "AD-10 reset somebody’s factors": (ctx, accountId) => resetSecondFactors(ctx, { accountId }),
  "AD-10 block somebody": (ctx, accountId) => blockAccount(ctx, { accountId, reason: "Compte volé, signalé au téléphone." }),
  "AD-10 unblock somebody": (ctx, accountId) => unblockAccount(ctx, { accountId }),
  "AD-10 sign somebody out": (ctx, accountId) => signOutPerson(ctx, { accountId }),
  "AD-10 act on several people": (ctx, accountId) => actOnPeople(ctx, { act: "sign_out", ids: [accountId] }),
  "AD-10 give a role": (ctx, accountId) => grantRole(ctx, { accountId, role: "administrator", structureId: null, authorityId: null }),
  "AD-10 withdraw a role": (ctx, accountId) => withdrawRole(ctx, { grantId: accountId }),
  "AD-15 switch a protection off": (ctx) =>
    changeSettings(ctx, { group: "security", version: "", values: { "security.staffSecondFactor": "no" } }),
  "AD-15 set a protection back": (ctx) => resetSetting(ctx, { key: "security.staffSecondFactor", version: "" }),
};

test.each(Object.entries(acts))("%s: a session whose password was given too long ago asks for it first", (_what, act) =>
  inStory(async (ctx) => {
    const { accountId } = await makeAccount(ctx);
    const administrator = as(ctx, await makeSignedIn(ctx, { role: "administrator", secondaryAddress: "seconde@example.net" }));
    const after = async (minutes: number) => act(minutesLater(administrator, minutes), accountId);
    await expect(after(16)).rejects.toThrow(/confirmez votre mot de passe/u);
    // Whatever else may refuse, it is no longer that.
    const message = await after(14).then(String, String);
    expect(message).not.toMatch(/confirmez votre mot de passe/u);
  }),
);
