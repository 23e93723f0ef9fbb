import type { Column } from "@/components/table/column";
import { DataTable } from "@/components/table/data-table";
import { parseTableState } from "@/components/table/table-state";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { listManagedDocuments } from "@/lib/content/documents/manage-documents";
import { longDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";

export const metadata = titled("Documents");

type Line = Awaited<ReturnType<typeof listManagedDocuments>>[number];
const spec = { sorts: ["document"] } as const;

const columns: readonly Column<Line>[] = [
  {
    id: "document",
    header: "Document",
    rowHeader: true,
    className: "min-w-64",
    cell: ({ document }) => <TextLink href={paths.manage.document(documentFacts(document).slug)}>{documentFacts(document).label}</TextLink>,
  },
  {
    id: "current",
    header: "En vigueur",
    className: "min-w-56",
    cell: ({ current }) => (current?.inForceOn == null ? "Aucune version" : `Version ${current.number}, du ${longDay(current.inForceOn)}`),
  },
  {
    id: "coming",
    header: "À venir",
    cell: ({ announced, draft }) =>
      announced === null && draft === null ? (
        <span className="text-ink-soft">Rien</span>
      ) : (
        <span className="flex flex-wrap gap-2">
          {announced?.inForceOn != null && (
            <Badge tone="info">
              Version {announced.number}, le {longDay(announced.inForceOn)}
            </Badge>
          )}
          {draft !== null && <Badge>Brouillon</Badge>}
        </span>
      ),
  },
];

/** The documents of the portal, each in its versions (AD-07). */
export default page({ name: "manage.documents", policy: "administrator", application: "gestion" }, async (ctx) => (
  <>
    <PageHeader
      title="Documents"
      lead="Charte, conditions, mentions légales, guides et formulaires : une version publiée ne change plus, et reste lisible quand une autre la remplace."
    />
    <DataTable
      spec={spec}
      state={parseTableState(spec, {})}
      path={paths.manage.documents}
      caption="Documents du portail"
      noun={{ one: "document", many: "documents" }}
      columns={columns}
      rows={await listManagedDocuments(ctx)}
      rowKey={({ document }) => document}
    />
  </>
));
