import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { applicationOf } from "@/lib/accounts/applications/applications.data";
import { readPasswordRules } from "@/lib/accounts/passwords/read-password-rules";
import { applicationOfPath } from "@/lib/accounts/passwords/rules";
import { safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { ChangePasswordForm } from "./_components/change-password-form";

export const metadata = titled("Changer mon mot de passe");

export default page({ name: "account.password", policy: "signed_in" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const { accountId, firstName, lastName, address } = ctx.actor;
  const retour = safeReturn(text(searchParams["retour"]));
  const entered = applicationOfPath(retour);
  return (
    <>
      <AccountBreadcrumb current="Mot de passe" />
      <PageHeader
        title="Changer mon mot de passe"
        lead="Vos autres appareils seront déconnectés, et un courriel vous préviendra du changement."
      />
      {entered !== undefined && (
        <div className="mb-6 max-w-xl">
          <Alert tone="info" title={`${applicationOf(entered).name} demande un mot de passe plus solide.`}>
            Choisissez-en un nouveau, une seule fois : il servira pour toutes vos applications.
          </Alert>
        </div>
      )}
      <ChangePasswordForm
        rules={await readPasswordRules(ctx, accountId, entered)}
        names={{ firstName, lastName }}
        address={address}
        retour={retour ?? ""}
      />
    </>
  );
});
