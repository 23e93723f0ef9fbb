import { Badge } from "@/components/ui/badge";
import type { Standing } from "@/lib/content/documents/rules";
import { type NewsState, newsStateLabels } from "@/lib/content/news/vocabulary";

const newsTones = { draft: "neutral", scheduled: "info", published: "success", withdrawn: "neutral" } as const;
export const NewsStateBadge = ({ state }: { readonly state: NewsState }) => <Badge tone={newsTones[state]}>{newsStateLabels[state]}</Badge>;

const standings = {
  draft: { tone: "neutral", label: "Brouillon" },
  announced: { tone: "info", label: "À venir" },
  in_force: { tone: "success", label: "En vigueur" },
  replaced: { tone: "neutral", label: "Remplacée" },
} as const satisfies Record<Standing, { readonly tone: string; readonly label: string }>;
export const StandingBadge = ({ standing }: { readonly standing: Standing }) => (
  <Badge tone={standings[standing].tone}>{standings[standing].label}</Badge>
);
