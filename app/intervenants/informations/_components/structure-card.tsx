import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { structureKindLabels, type StructureKind } from "@/lib/references/vocabulary";

export interface ShownStructure {
  readonly code: string;
  readonly kind: StructureKind;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly phone: string;
  readonly address: string;
  readonly access: string;
}

/** Where a structure is, whom to call, how to come. */
export function StructureCard({ structure, heading }: { readonly structure: ShownStructure; readonly heading: "h3" | "h4" }) {
  const { kind, name, street, postcode, city, phone, address, access } = structure;
  return (
    <Card
      title={name}
      heading={heading}
      actions={<Badge tone={kind === "delegation" ? "accent" : "neutral"}>{structureKindLabels[kind]}</Badge>}
    >
      {kind !== "delegation" && <p className="mb-2 text-ink-soft">Au service de toutes les régions.</p>}
      <DefinitionList
        items={[
          {
            term: "Adresse",
            value: (
              <>
                {street}
                <br />
                {postcode} {city}
              </>
            ),
          },
          {
            term: "Téléphone",
            value: phone && (
              <a href={`tel:${phone.replaceAll(/[^+\d]/gu, "")}`} className="link whitespace-nowrap">
                {phone}
              </a>
            ),
          },
          {
            term: "Courriel",
            value: address && (
              <a href={`mailto:${address}`} className="link break-all">
                {address}
              </a>
            ),
          },
          { term: "Venir", value: access },
        ]}
      />
    </Card>
  );
}
