import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import type { TxCtx } from "@/lib/core/ctx";
import { queueMail } from "@/lib/mail/queue-mail";
import type { ProfileRow } from "../profile/lock-profile";
import { textOf } from "../profile/rules";
import type { VersionRow } from "./latest-versions";
import { blockLabels } from "./vocabulary";

/** A block was refused: which one, why, and the way straight to it. */
export async function tellRefused(tx: TxCtx, profile: ProfileRow, version: VersionRow, reason: string): Promise<void> {
  for (const to of await addressesFor(tx, profile.accountId, "account"))
    await queueMail(tx, "piece-refused", {
      to,
      accountId: profile.accountId,
      cause: `piece:${version.id}:refused:${tx.now.getTime()}`,
      props: { firstName: textOf(profile.answers, "firstName"), piece: blockLabels[version.block], block: version.block, reason },
      secrets: {},
    });
}

/** The file is whole: what comes next (EI-69). */
export async function tellComplete(tx: TxCtx, profile: ProfileRow, version: VersionRow): Promise<void> {
  for (const to of await addressesFor(tx, profile.accountId, "account"))
    await queueMail(tx, "dossier-complete", {
      to,
      accountId: profile.accountId,
      cause: `dossier:${version.id}:complete`,
      props: { firstName: textOf(profile.answers, "firstName") },
      secrets: {},
    });
}
