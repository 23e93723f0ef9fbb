import { DefinitionList } from "@/components/ui/definition-list";
import { page, titled } from "@/lib/entry/page";
import { listStructures } from "@/lib/references/list-structures";
import { structureKindLabels, structureKinds } from "@/lib/references/vocabulary";
import { Article, Chapter } from "../_components/article";

export const metadata = titled("Plan d’accès");

/** Where each structure is, how to get there, whom to call. */
export default page({ name: "information.access", policy: "visitor" }, async (ctx) => {
  const structures = await listStructures(ctx);
  return (
    <Article title="Plan d’accès" lead="Les adresses de nos structures et comment venir.">
      {structureKinds.map((kind) => (
        <Chapter key={kind} title={structureKindLabels[kind]}>
          {structures
            .filter((structure) => structure.kind === kind)
            .map(({ code, name, street, postcode, city, phone, address, access }) => (
              <div key={code} className="space-y-2 border-t border-line pt-4">
                <h3 className="text-lg">{name}</h3>
                <DefinitionList
                  items={[
                    { term: "Adresse", value: `${street}, ${postcode} ${city}` },
                    { term: "Téléphone", value: phone },
                    { term: "Courriel", value: address },
                    { term: "Venir", value: access },
                  ]}
                />
              </div>
            ))}
        </Chapter>
      ))}
    </Article>
  );
});
