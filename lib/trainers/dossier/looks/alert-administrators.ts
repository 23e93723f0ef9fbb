import { and, asc, eq, isNull } from "drizzle-orm";
import { roleGrants } from "@/db/schema/access";
import { accounts } from "@/db/schema/accounts";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import type { TxCtx } from "@/lib/core/ctx";
import { paths } from "@/lib/core/paths";
import { dateTime, parisDay } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";
import { readInstitution } from "@/lib/settings/institution";

/** Tells each national administrator that somebody reads unusually many pieces (EI-98). Called once an hour and person. */
export async function alertAdministrators(
  tx: TxCtx,
  { accountId, looks }: { readonly accountId: string; readonly looks: number },
): Promise<void> {
  const { actor } = tx;
  if (actor.kind !== "account") return;
  const administrators = await tx.db
    .selectDistinct({ accountId: accounts.id, firstName: accounts.firstName })
    .from(roleGrants)
    .innerJoin(accounts, eq(accounts.id, roleGrants.accountId))
    .where(and(eq(roleGrants.role, "administrator"), isNull(roleGrants.withdrawnAt), isNull(accounts.blockedAt), isNull(accounts.closedAt)))
    .orderBy(asc(accounts.id));
  const { siteUrl } = await readInstitution(tx);
  const day = parisDay(tx.now);
  const props = {
    who: `${actor.firstName} ${actor.lastName}`,
    looks,
    at: dateTime(tx.now),
    url: siteUrl + paths.manage.breachDrill({ qui: actor.address, du: day, au: day }),
  };
  for (const one of administrators)
    for (const to of await addressesFor(tx, one.accountId, "account"))
      await queueMail(tx, "dossier-looks-alert", {
        to,
        accountId: one.accountId,
        cause: `looks:${accountId}:${tx.now.getTime()}`,
        props: { firstName: one.firstName, ...props },
        secrets: {},
      });
}
