import { Badge, type BadgeTone } from "@/components/ui/badge";
import { type ApplicationState, applicationStateLabels } from "@/lib/trainers/applications/vocabulary";

const tones = {
  waiting: "warning",
  sent: "info",
  studied: "accent",
  not_retained: "neutral",
  withdrawn: "neutral",
} as const satisfies Record<ApplicationState, BadgeTone>;

export const ApplicationStateBadge = ({ state }: { readonly state: ApplicationState }) => (
  <Badge tone={tones[state]}>{applicationStateLabels[state]}</Badge>
);
