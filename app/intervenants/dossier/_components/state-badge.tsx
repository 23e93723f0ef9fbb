import { Badge, type BadgeTone } from "@/components/ui/badge";
import { profileBlocks } from "@/lib/trainers/dossier/blocks.data";
import { type DossierBlock, pieceStateLabels, type PieceState } from "@/lib/trainers/dossier/vocabulary";
import type { Need } from "@/lib/trainers/dossier/needs.data";
import type { OwnBlock } from "@/lib/trainers/dossier/own-dossier";

const tones: Readonly<Record<PieceState, BadgeTone>> = {
  missing: "warning",
  waiting: "info",
  valid: "success",
  expiring: "warning",
  expired: "danger",
  refused: "danger",
  not_concerned: "neutral",
};

/** What is said of a block, given what its owner's status asks for now: it may just have been changed. */
function wordsOf(name: DossierBlock, { state, request, sent }: OwnBlock, need: Need): { readonly label: string; readonly tone: BadgeTone } {
  const wanted = need === "required" || request !== null;
  if ((state === "missing" || state === "not_concerned") && !sent) {
    if (wanted) return { label: pieceStateLabels.missing, tone: "warning" };
    return { label: profileBlocks.includes(name) ? "Repris de votre profil" : "Facultatif", tone: "neutral" };
  }
  return { label: pieceStateLabels[state], tone: tones[state] };
}

/** Where a block stands, and whether something in it waits for "Transmettre". */
export function StateBadge({ name, block, need }: { readonly name: DossierBlock; readonly block: OwnBlock; readonly need: Need }) {
  const { label, tone } = wordsOf(name, block, need);
  return (
    <span className="flex flex-wrap gap-2">
      <Badge tone={tone}>{label}</Badge>
      {block.changed && <Badge tone="accent">À transmettre</Badge>}
    </span>
  );
}
