import type { Ctx } from "@/lib/core/ctx";
import { Refusal } from "@/lib/core/refusal";
import { type MailedLink, readLinkByToken } from "./read-link";
import { linkState } from "./rules";
import type { LinkPurpose } from "./vocabulary";
import { deadMessage } from "./vocabulary-texts";

/** The live link of a token, or the refusal that says what became of it. With a purpose, a link made for another one is unknown. */
export async function liveLinkOf(ctx: Ctx, token: string, purpose?: LinkPurpose): Promise<MailedLink> {
  const found = await readLinkByToken(ctx, token);
  const link = purpose === undefined || found?.purpose === purpose ? found : null;
  const state = linkState(link, ctx.now);
  if (link === null || state !== "live") throw new Refusal("expired", deadMessage(state, link?.voidReason));
  return link;
}
