import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { roleLabels } from "@/lib/accounts/roles/vocabulary";
import type { Ctx, SignedIn } from "@/lib/core/ctx";
import { listStructures } from "@/lib/references/list-structures";
import { ManagerHome } from "./manager-home";

type ListedStructure = Awaited<ReturnType<typeof listStructures>>[number];

/** Home of those who manage a structure or an application: what is entrusted to them. */
export async function StaffHome({ ctx, actor }: { readonly ctx: Ctx; readonly actor: SignedIn }) {
  const structures = await listStructures(ctx);
  const own = structures.filter(({ id }) => actor.grants.some(({ structureId }) => structureId === id));
  const others = [
    ...new Set(
      actor.grants
        .filter(({ structureId, authorityId }) => structureId === null && authorityId === null)
        .map(({ role }) => roleLabels[role]),
    ),
  ];
  return (
    <>
      {own.length > 0 && <ManagerHome ctx={ctx} />}
      <div className="mt-10 grid gap-6 first:mt-0 lg:grid-cols-2">
        {own.map((structure) => (
          <StructureCard key={structure.id} structure={structure} />
        ))}
        {others.length > 0 && (
          <Card title="Vos rôles sur toute la plateforme">
            <ul className="list-disc space-y-1 pl-5">
              {others.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </>
  );
}

function StructureCard({ structure: { name, code, street, postcode, city, phone, address } }: { readonly structure: ListedStructure }) {
  return (
    <Card title={name}>
      <p className="mb-3 text-ink-soft">Vous gérez cette structure.</p>
      <DefinitionList
        items={[
          { term: "Code", value: code },
          { term: "Adresse", value: `${street}, ${postcode} ${city}` },
          { term: "Téléphone", value: phone },
          { term: "Courriel", value: <span className="break-all">{address}</span> },
        ]}
      />
    </Card>
  );
}
