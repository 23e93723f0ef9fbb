import { Badge, type BadgeTone } from "@/components/ui/badge";
import { type ApplicationState, applicationStateLabels } from "@/lib/trainers/applications/vocabulary";

const tones = {
  waiting: "warning",
  sent: "info",
  studied: "accent",
  not_retained: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<ApplicationState, BadgeTone>;

/** Short enough for a table: what it waits for is said beside it. */
export const ApplicationStateBadge = ({ state }: { readonly state: ApplicationState }) => (
  <Badge tone={tones[state]}>{state === "waiting" ? "En attente" : applicationStateLabels[state]}</Badge>
);
