import { Badge } from "@/components/ui/badge";
import { type AdState, adStateLabels } from "@/lib/trainers/ads/vocabulary";

const tones = { draft: "neutral", published: "success", closed: "neutral" } as const;

export const AdStateBadge = ({ state }: { readonly state: AdState }) => <Badge tone={tones[state]}>{adStateLabels[state]}</Badge>;
