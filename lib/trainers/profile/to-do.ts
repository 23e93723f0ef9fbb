import type { WizardPage } from "./fields.data";
import type { LineKind } from "./vocabulary";

/** One thing to do before sending, and where: a field of a page, a table of "Mon parcours", or one line. */
export interface ToDo {
  readonly page: WizardPage;
  /** Field, table or line. */
  readonly target: { readonly field: string } | { readonly table: LineKind } | { readonly lineId: string };
  readonly label: string;
  readonly message: string;
}
