import { confirmMainChange } from "@/lib/accounts/addresses/confirm-main-change";
import { proveSecondary } from "@/lib/accounts/addresses/prove-secondary";
import { undoMainChange } from "@/lib/accounts/addresses/undo-main-change";
import { confirmByLink } from "@/lib/accounts/registration/confirm-registration";
import type { Ctx } from "@/lib/core/ctx";
import { paths, safeReturn } from "@/lib/core/paths";
import { Refusal } from "@/lib/core/refusal";
import { liveLinkOf } from "./live-link-of";
import { requireSign } from "./require-sign";
import type { LinkProof } from "./schemas";
import type { LinkPurpose } from "./vocabulary";
import { stateMessages } from "./vocabulary-texts";

/** Where the person goes on to. */
export interface Followed {
  readonly next: string;
}

type Follow = (ctx: Ctx, link: { readonly token: string }) => Promise<string>;

/** Purposes that one button fulfils. A new password is asked for on its own form (reset-password.ts). */
const follows: Partial<Record<LinkPurpose, Follow>> = {
  confirm_registration: async (ctx, link) => {
    const { address, returnTo } = await confirmByLink(ctx, link);
    return paths.account.signIn({ message: "confirme", courriel: address, retour: safeReturn(returnTo) });
  },
  prove_secondary: async (ctx, link) => afterProof(ctx, "secondaire", await proveSecondary(ctx, link)),
  change_main: async (ctx, link) => afterProof(ctx, "adresse", await confirmMainChange(ctx, link)),
  undo_change: async (ctx, link) => (await undoMainChange(ctx, link)).resetPath,
};

/** Does what a mailed link is for, once a human has pressed the button. */
export async function followLink(ctx: Ctx, input: LinkProof): Promise<Followed> {
  const link = await liveLinkOf(ctx, input.token);
  await requireSign(ctx, link, input);
  const follow = follows[link.purpose];
  if (follow === undefined) throw new Refusal("invalid", stateMessages.unknown);
  return { next: await follow(ctx, input) };
}

/** Back to one's addresses when signed in here; else to sign-in, with the identifier that counts from now on. */
function afterProof({ actor }: Ctx, message: string, { accountId, main }: { readonly accountId: string; readonly main: string }): string {
  const signedIn = actor.kind === "account" && actor.accountId === accountId;
  return signedIn ? paths.account.addressesAfter({ message }) : paths.account.signIn({ message, courriel: main });
}
