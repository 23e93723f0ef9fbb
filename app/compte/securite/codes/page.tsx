import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { redirect } from "next/navigation";
import { askForProof } from "@/app/compte/confirmer/ask-for-proof";
import { PageHeader } from "@/components/ui/page-header";
import { readFactors } from "@/lib/accounts/second-factor/read-factors";
import { hasFactor } from "@/lib/accounts/second-factor/rules";
import { plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { NewCodesForm } from "./_components/new-codes-form";

export const metadata = titled("Codes de secours");

export default page({ name: "account.recovery_codes", policy: "signed_in" }, async (ctx) => {
  if (ctx.actor.kind !== "account") return null;
  const factors = await readFactors(ctx, ctx.actor.accountId);
  if (!hasFactor(factors)) redirect(paths.account.security);
  askForProof(ctx, paths.account.recoveryCodes);
  return (
    <>
      <AccountBreadcrumb parents={[{ label: "Second facteur", href: paths.account.security }]} current="Codes de secours" />
      <PageHeader
        title="Codes de secours"
        lead={`Il vous reste ${plural(factors.recoveryCodesLeft, "code")} sur 10. Pour des raisons de sécurité, ils ne peuvent pas être affichés une seconde fois.`}
      />
      <NewCodesForm />
    </>
  );
});
