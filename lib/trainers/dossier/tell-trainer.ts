import { addressesFor } from "@/lib/accounts/addresses/addresses-for";
import type { TxCtx } from "@/lib/core/ctx";
import { queueMail } from "@/lib/mail/queue-mail";
import type { ProfileRow } from "../profile/lock-profile";
import { textOf } from "../profile/rules";
import { latestVersions } from "./latest-versions";
import type { VersionRow } from "./lock-version";
import { blockLabels } from "./vocabulary";

/** A version may be refused again once a refusal was taken back: each is told. */
export const refusedCause = (versionId: string, at: number | "%") => `piece:${versionId}:refused:${at}`;
export const completeCause = (versionId: string) => `dossier:${versionId}:complete`;

/** A block was refused: which one, why, and the way straight to it. */
export async function tellRefused(tx: TxCtx, profile: ProfileRow, version: VersionRow, reason: string): Promise<void> {
  for (const to of await addressesFor(tx, profile.accountId, "account"))
    await queueMail(tx, "piece-refused", {
      to,
      accountId: profile.accountId,
      cause: refusedCause(version.id, tx.now.getTime()),
      props: { firstName: textOf(profile.answers, "firstName"), piece: blockLabels[version.block], block: version.block, reason },
      secrets: {},
    });
}

/** The file is whole: what comes next, and what was refused while what is in force counts (EI-69). */
export async function tellComplete(tx: TxCtx, profile: ProfileRow, version: VersionRow): Promise<void> {
  const last = [...(await latestVersions(tx, version.dossierId)).values()];
  const refused = last.filter(({ row }) => row.state === "refused").map(({ row }) => blockLabels[row.block]);
  for (const to of await addressesFor(tx, profile.accountId, "account"))
    await queueMail(tx, "dossier-complete", {
      to,
      accountId: profile.accountId,
      cause: completeCause(version.id),
      props: { firstName: textOf(profile.answers, "firstName"), refused },
      secrets: {},
    });
}
