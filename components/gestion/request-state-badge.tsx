import { Badge } from "@/components/ui/badge";
import { type RequestState, requestStateLabels } from "@/lib/trainers/review/vocabulary";

const tones = { submitted: "info", correction: "warning", validated: "success", rejected: "neutral", archived: "neutral" } as const;

export const RequestStateBadge = ({ state }: { readonly state: RequestState }) => (
  <Badge tone={tones[state]}>{requestStateLabels[state]}</Badge>
);
