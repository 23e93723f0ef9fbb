import { Badge, type BadgeTone } from "@/components/ui/badge";
import { type PieceState, pieceStateLabels } from "@/lib/trainers/dossier/vocabulary";

const tones = {
  missing: "neutral",
  waiting: "info",
  valid: "success",
  expiring: "warning",
  expired: "danger",
  refused: "danger",
  not_concerned: "neutral",
} as const satisfies Record<PieceState, BadgeTone>;

/** For staff, what waits is theirs to check. */
export const PieceStateBadge = ({ state }: { readonly state: PieceState }) => (
  <Badge tone={tones[state]}>{state === "waiting" ? "À vérifier" : pieceStateLabels[state]}</Badge>
);
