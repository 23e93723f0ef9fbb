import type { Column } from "@/components/table/column";
import type { ProfileNames } from "@/components/trainers/profile-view";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { shortDate, shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { CvLine } from "@/lib/trainers/library/search-cvs";
import { statusLabels } from "@/lib/trainers/profile/vocabulary";

const labels: Readonly<Record<string, string>> = statusLabels;

export const cvColumns = (names: ProfileNames): readonly Column<CvLine>[] => {
  const named = (codes: readonly string[], kind: "specialties" | "regions") =>
    codes.map((code) => names[kind].get(code) ?? code).join(", ");
  return [
    {
      id: "name",
      header: "Intervenant ou intervenante",
      rowHeader: true,
      sortable: true,
      className: "min-w-48",
      cell: ({ profileId, firstName, lastName, lastInterventionOn }) => (
        <>
          <TextLink href={paths.manage.trainer(profileId)} prefetch={false}>
            {lastName} {firstName}
          </TextLink>
          {lastInterventionOn !== null && (
            <span className="mt-1 block">
              <Badge tone="accent">Intervention le {shortDay(lastInterventionOn)}</Badge>
            </span>
          )}
        </>
      ),
    },
    { id: "specialties", header: "Spécialités", className: "min-w-40", cell: ({ specialtyCodes }) => named(specialtyCodes, "specialties") },
    { id: "structure", header: "Structure", cell: ({ structure }) => structure },
    { id: "regions", header: "Régions", cell: ({ regionCodes }) => named(regionCodes, "regions") },
    { id: "status", header: "Statut", cell: ({ status }) => labels[status] ?? "" },
    { id: "languages", header: "Langues", cell: ({ languages }) => languages.join(", ") },
    { id: "validatedAt", header: "Validé le", cell: ({ validatedAt }) => shortDate(validatedAt) },
  ];
};
