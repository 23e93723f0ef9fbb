import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { TermsArticle } from "@/app/compte/_components/terms-article";
import { PageHeader } from "@/components/ui/page-header";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { listAcceptedTerms } from "@/lib/accounts/consents/list-consents";
import { findTerms } from "@/lib/accounts/consents/terms/terms.data";
import { dateTime } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { absent } from "@/lib/core/refusal";
import { page, titled } from "@/lib/entry/page";

export const metadata = titled("Conditions acceptées");

/** Terms as the person accepted them, in the version of that day (MC-14). */
export default page({ name: "account.terms", policy: "signed_in" }, async (ctx, { params }) => {
  const { document = "", version = "" } = params;
  const accepted = (await listAcceptedTerms(ctx)).find((terms) => terms.document === document && terms.version === version);
  const text = findTerms(document, version);
  if (accepted === undefined || text === null) throw absent();
  const title = applicationOf(accepted.application).terms?.title ?? document;
  return (
    <>
      <AccountBreadcrumb parents={[{ label: "Autorisations", href: paths.account.consents }]} current={title} />
      <PageHeader title={title} lead={`Texte que vous avez accepté le ${dateTime(accepted.acceptedAt)}.`} />
      <TermsArticle text={text} version={version} />
    </>
  );
});
