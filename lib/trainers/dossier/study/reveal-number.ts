import { eq } from "drizzle-orm";
import { dossiers, dossierVersions } from "@/db/schema/dossiers";
import { trainerProfiles } from "@/db/schema/trainers";
import type { Ctx } from "@/lib/core/ctx";
import { absent } from "@/lib/core/refusal";
import { withTx } from "@/lib/core/tx";
import { textOf } from "../../profile/rules";
import { openSealed, versionContext } from "../lock-dossier";
import { lookAt } from "../looks/look-at";
import type { RevealInput } from "./schemas";

const blockOf = { nir: "social_security", iban: "bank" } as const;

export interface Revealed {
  /** What was hidden, in groups that the eye can compare. */
  readonly shown: string;
}

// No audit: lookAt writes the line. No policy: it judges.
/** « Afficher en entier »: the whole number of one sending, once the look is written down (EI-61, EI-63, EI-98). */
export function revealNumber(ctx: Ctx, { versionId, kind }: RevealInput): Promise<Revealed> {
  return withTx(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ version: dossierVersions, trainerId: trainerProfiles.accountId })
      .from(dossierVersions)
      .innerJoin(dossiers, eq(dossiers.id, dossierVersions.dossierId))
      .innerJoin(trainerProfiles, eq(trainerProfiles.id, dossiers.profileId))
      .where(eq(dossierVersions.id, versionId));
    if (found === undefined || found.version.block !== blockOf[kind]) throw absent();
    const { version, trainerId } = found;
    await lookAt(tx, { dossierId: version.dossierId, trainerId, kind, block: version.block });
    const answers = openSealed(version.answersSealed, versionContext(version.id));
    return { shown: kind === "nir" ? nirInGroups(textOf(answers, "nir")) : ibanInGroups(answers) };
  });
}

/** "2 58 11 75 123 456 63" */
const nirInGroups = (nir: string) => nir.replace(/^(.)(..)(..)(..)(...)(...)(..)$/u, "$1 $2 $3 $4 $5 $6 $7");
const ibanInGroups = (answers: Parameters<typeof textOf>[0]) => {
  const iban = textOf(answers, "iban").replaceAll(/(.{4})(?=.)/gu, "$1 ");
  const bic = textOf(answers, "bic");
  return bic === "" ? iban : `${iban} – BIC ${bic}`;
};
