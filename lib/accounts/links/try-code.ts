import { and, eq, gt, lt, sql } from "drizzle-orm";
import { mailedLinks } from "@/db/schema/access";
import type { Ctx } from "@/lib/core/ctx";
import { sameText } from "@/lib/core/crypto";
import { plural } from "@/lib/core/format";
import { Refusal } from "@/lib/core/refusal";
import { codeHash, liveLink } from "./issue-link";
import { mostCodeTries } from "./rules";
import type { LinkPurpose } from "./vocabulary";

/**
 * Checks a typed code; passes, or throws what to tell the person. The try is written down before it is judged,
 * outside any transaction, so that no roll-back gives it back; the fifth wrong one voids code and link (MC-05).
 */
export async function tryCode(
  ctx: Ctx,
  { purpose, subjectId, code }: { purpose: LinkPurpose; subjectId: string; code: string },
): Promise<void> {
  const [link] = await ctx.db
    .update(mailedLinks)
    .set({ codeTries: sql`${mailedLinks.codeTries} + 1` })
    .where(and(liveLink(purpose, subjectId), gt(mailedLinks.expiresAt, ctx.now), lt(mailedLinks.codeTries, mostCodeTries)))
    .returning({ id: mailedLinks.id, hash: mailedLinks.codeHash, tries: mailedLinks.codeTries });
  if (link === undefined) throw voided();
  if (sameText(link.hash ?? "", codeHash(subjectId, code))) return giveBack(ctx, link.id);
  if (link.tries < mostCodeTries) {
    throw new Refusal("invalid", "Ce code n’est pas le bon.", {
      code: [`Vérifiez les 8 chiffres. Il vous reste ${plural(mostCodeTries - link.tries, "essai")}.`],
    });
  }
  await ctx.db.update(mailedLinks).set({ voidedAt: ctx.now, voidReason: "too_many_codes" }).where(eq(mailedLinks.id, link.id));
  throw voided();
}

/** A right code is no guess: what is refused afterwards (a weak password) may be sent again with the same code. */
async function giveBack(ctx: Ctx, id: string): Promise<void> {
  await ctx.db
    .update(mailedLinks)
    .set({ codeTries: sql`greatest(0, ${mailedLinks.codeTries} - 1)` })
    .where(eq(mailedLinks.id, id));
}

const voided = () =>
  new Refusal(
    "expired",
    "Ce code ne fonctionne plus : il a expiré, a été remplacé, ou trop d’essais ont échoué. Demandez un nouveau lien.",
    { code: ["Demandez un nouveau lien."] },
  );
