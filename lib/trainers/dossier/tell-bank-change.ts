import { eq } from "drizzle-orm";
import { dossiers } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import type { TxCtx } from "@/lib/core/ctx";
import { longDateTime } from "@/lib/core/format";
import { queueMail } from "@/lib/mail/queue-mail";
import { textOf } from "../profile/rules";
import { maskIban } from "./bank-rules";

interface BankChange {
  readonly dossierId: string;
  readonly versionId: string;
  readonly former: string;
  readonly iban: string;
  readonly heldUntil: Date;
}

/** A changed IBAN is told at every address on record: whoever did not ask for it still has time to say so (EI-106). */
export async function tellBankChange(tx: TxCtx, { dossierId, versionId, former, iban, heldUntil }: BankChange): Promise<void> {
  const [owner] = await tx.db
    .select({ accountId: trainerProfiles.accountId, answers: trainerProfiles.answers })
    .from(dossiers)
    .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
    .where(eq(dossiers.id, dossierId));
  if (owner === undefined) return;
  for (const to of await addressesFor(tx, owner.accountId, "password"))
    await queueMail(tx, "iban-changed", {
      to,
      accountId: owner.accountId,
      cause: `iban:${versionId}`,
      props: {
        firstName: textOf(owner.answers, "firstName"),
        former: maskIban(former),
        iban: maskIban(iban),
        at: longDateTime(tx.now),
        until: longDateTime(heldUntil),
      },
      secrets: {},
    });
}
