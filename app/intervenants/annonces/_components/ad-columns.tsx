import type { Column } from "@/components/table/column";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { shortDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { AdLine } from "@/lib/trainers/ads/search-ads";

export interface Names {
  readonly specialties: ReadonlyMap<string, string>;
  readonly regions: ReadonlyMap<string, string>;
}

const day = (value: string | null) => (value === null ? <span className="text-ink-soft">Non fixé</span> : shortDay(value));
const namesOf = (codes: readonly string[], names: ReadonlyMap<string, string>) => codes.map((code) => names.get(code) ?? code).join(", ");

/** Where the intervention takes place: abroad by its country, else its regions, or all of France. */
export const placeOf = ({ country, regionCodes }: Pick<AdLine, "country" | "regionCodes">, { regions }: Names): string =>
  country !== "France" ? country : regionCodes.length === 0 ? "France entière" : namesOf(regionCodes, regions);

/** `search`: what is searched, so that the page of an ad leads back to the same list. */
export const adColumns = (names: Names, search: string): readonly Column<AdLine>[] => [
  {
    id: "title",
    header: "Annonce",
    rowHeader: true,
    className: "min-w-52",
    cell: ({ number, title, urgent }) => (
      <>
        <TextLink href={`${paths.trainers.ad(number ?? "")}${search}`} prefetch={false}>
          {title}
        </TextLink>
        <span className="mt-1 flex flex-wrap items-center gap-2 text-sm font-normal text-ink-soft">
          {`N° ${number ?? ""}`}
          {urgent && <Badge tone="warning">Urgent</Badge>}
        </span>
      </>
    ),
  },
  { id: "specialty", header: "Spécialité", cell: ({ specialtyCodes }) => namesOf(specialtyCodes, names.specialties) },
  { id: "place", header: "Région ou pays", cell: (ad) => placeOf(ad, names) },
  { id: "start", header: "Début", sortable: true, cell: ({ startsOn }) => day(startsOn) },
  { id: "end", header: "Fin", cell: ({ endsOn }) => day(endsOn) },
  { id: "deadline", header: "Date limite", sortable: true, cell: ({ deadlineOn }) => day(deadlineOn) },
];
