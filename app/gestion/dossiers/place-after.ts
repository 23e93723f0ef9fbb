import { paths } from "@/lib/core/paths";
import type { NextPiece } from "@/lib/trainers/dossier/study/decide-and-go-on";

/** The page that shows where one goes on after a decision: it says what was done and offers to undo it. */
export function placeAfter({ outcome, versionId, dossierId, next }: NextPiece): string {
  const said = { message: outcome, fait: versionId };
  if (next.kind === "piece") return paths.manage.dossier(dossierId, { ...said, bloc: next.block });
  if (next.kind === "dossier") return paths.manage.dossier(next.dossierId, { ...said, bloc: "suivant" });
  return next.kind === "opening" ? paths.manage.openDossier(next.profileId, { ...said, bloc: "suivant" }) : paths.manage.dossiers(said);
}
