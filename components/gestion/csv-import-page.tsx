import type { ComponentProps } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { CsvImport } from "./csv-import";

interface Props extends ComponentProps<typeof CsvImport> {
  readonly parents: ComponentProps<typeof Breadcrumb>["parents"];
  readonly title: string;
  readonly lead: string;
}

/** The page of an import: where one is, what the file holds, and the file. */
export const CsvImportPage = ({ parents, title, lead, ...rest }: Props) => (
  <>
    <Breadcrumb parents={parents} current="Importer" />
    <PageHeader title={title} lead={lead} />
    <CsvImport {...rest} />
  </>
);
