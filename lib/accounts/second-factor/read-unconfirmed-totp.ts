import { and, eq, gt, isNull } from "drizzle-orm";
import { totpSecrets } from "@/db/schema/accounts";
import { openText } from "@/lib/core/crypto";
import type { Ctx } from "@/lib/core/ctx";
import { personOf } from "@/lib/accounts/second-factor/person-of";
import { unconfirmedLife } from "./rules";
import { secretShownTo, totpContext } from "./totp";

/** The secret being set up by the person who asks; null when there is none in this session, or it waited too long. */
export async function readUnconfirmedTotp(ctx: Ctx): Promise<string | null> {
  const { accountId, sessionId } = personOf(ctx);
  const [row] = await ctx.db
    .select({ secret: totpSecrets.secret })
    .from(totpSecrets)
    .where(
      and(
        eq(totpSecrets.accountId, accountId),
        isNull(totpSecrets.confirmedAt),
        gt(totpSecrets.createdAt, new Date(ctx.now.getTime() - unconfirmedLife)),
      ),
    );
  return row === undefined ? null : secretShownTo(sessionId, openText(row.secret, totpContext(accountId)));
}
