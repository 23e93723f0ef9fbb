import { SelectField } from "@/components/form/select-field";
import { referenceSearchOf, referencesTable } from "@/components/gestion/references-table";
import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { listReferences, type ReferenceLine } from "@/lib/references/manage/list-references";
import { listSlugs, listWords, type ReferenceList } from "@/lib/references/manage/vocabulary";
import { shownSiret } from "@/lib/references/siret";
import { readList } from "../_components/read-list";

export const metadata = titled("Un référentiel");

const columnsOf = (list: ReferenceList): readonly Column<ReferenceLine>[] => [
  {
    id: "name",
    header: "Nom",
    rowHeader: true,
    className: "min-w-56",
    cell: ({ key, name }) => (
      <TextLink href={paths.manage.reference(listSlugs[list], key)} prefetch={false}>
        {name}
      </TextLink>
    ),
  },
  {
    id: "key",
    header: list === "employers" ? "SIRET" : "Code",
    className: "whitespace-nowrap tabular-nums",
    cell: ({ key }) => (list === "employers" ? shownSiret(key) : key),
  },
  ...(list === "trainingTypes" ? [] : [{ id: "detail", header: detailWords[list], cell: ({ detail }: ReferenceLine) => detail }]),
  {
    id: "state",
    header: "État",
    cell: ({ active }) => <Badge tone={active ? "success" : "neutral"}>{active ? "En service" : "Retiré du choix"}</Badge>,
  },
];

const detailWords = {
  structures: "Coordonnées",
  specialties: "Contenu",
  subSpecialties: "Spécialité",
  employers: "Ville",
} as const satisfies Record<Exclude<ReferenceList, "trainingTypes">, string>;

/** One of the lists, with its search, its import and its export (AD-09). */
export default page(
  { name: "manage.reference_list", policy: "administrator", application: "gestion" },
  async (ctx, { params, searchParams }) => {
    const list = readList(params["liste"]);
    const slug = listSlugs[list];
    const words = listWords[list];
    const { state, search } = referenceSearchOf(searchParams);
    const { lines, next } = await listReferences(ctx, list, search);
    return (
      <>
        <Breadcrumb parents={[{ label: "Référentiels", href: paths.manage.references }]} current={words.title} />
        <PageHeader
          title={words.title}
          lead={words.lead}
          actions={<LinkButton href={paths.manage.newReference(slug)}>{words.add}</LinkButton>}
        />
        {text(searchParams["message"]) === "import" && <Imported searchParams={searchParams} />}
        <DataTable
          spec={referencesTable}
          state={state}
          path={paths.manage.referenceList(slug)}
          caption={words.title}
          noun={{ one: words.one, many: words.many }}
          columns={columnsOf(list)}
          rows={lines}
          rowKey={({ key }) => key}
          next={next}
          searchLabel={`Rechercher dans la liste`}
          searchHint={list === "employers" ? "Un nom, ou le début d’un SIRET" : "Un nom, ou un code"}
          filters={
            <SelectField
              className="w-full sm:w-44"
              name="state"
              label="État"
              emptyLabel="Tous"
              defaultValue={search.state}
              options={[
                { value: "active", label: "En service" },
                { value: "retired", label: "Retirés du choix" },
              ]}
            />
          }
          actions={
            <>
              <LinkButton href={paths.manage.importReferences(slug)} variant="secondary" size="small" prefetch={false}>
                Importer (CSV)
              </LinkButton>
              <a href={paths.api.referencesExport(slug)} className={buttonClass("secondary", "small")}>
                Exporter (CSV)
              </a>
            </>
          }
          empty={
            <EmptyState title="Cette liste est encore vide">
              <p>Ajoutez ses lignes une à une, ou importez-les d’un fichier.</p>
            </EmptyState>
          }
        />
      </>
    );
  },
);

function Imported({ searchParams }: { readonly searchParams: Readonly<Record<string, string | string[] | undefined>> }) {
  const count = (name: string) => /^\d{1,4}$/u.exec(text(searchParams[name]) ?? "")?.[0] ?? "0";
  return (
    <div className="mb-6">
      <Alert tone="success" role="status" title="Le fichier est importé">
        <p>
          Lignes ajoutées&nbsp;: {count("ajouts")}. Lignes modifiées&nbsp;: {count("modifications")}.
        </p>
      </Alert>
    </div>
  );
}
