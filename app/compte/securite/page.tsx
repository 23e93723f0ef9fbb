import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { SupportLine } from "@/components/ui/support-line";
import { hasFactor } from "@/lib/accounts/second-factor/rules";
import { isFactorCompulsory } from "@/lib/accounts/second-factor/rules";
import { paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { readSettings } from "@/lib/settings/read-settings";
import { doneMessages } from "./_components/done-messages";
import { FactorCards } from "./_components/factor-cards";
import { passSecurityDoor } from "./security-door";

export const metadata = titled("Second facteur");

/** The second factors of one's account (MC-32). */
export default page({ name: "account.security", policy: "first_factor" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const retour = safeReturn(text(searchParams["retour"]));
  const factors = await passSecurityDoor(ctx, ctx.actor, paths.account.security);
  const [settings, { supportPhone, supportHours }] = await Promise.all([readSettings(ctx), readInstitution(ctx)]);
  const compulsory = isFactorCompulsory(
    ctx.actor.grants.map(({ role }) => role),
    settings,
  );
  const done = doneMessages[text(searchParams["fait"]) ?? ""];
  return (
    <>
      <AccountBreadcrumb current="Second facteur" />
      <PageHeader
        title="Second facteur"
        lead="Il protège votre compte même si quelqu’un découvre votre mot de passe."
        {...(retour !== undefined && hasFactor(factors) && { actions: <LinkButton href={retour}>Continuer</LinkButton> })}
      />
      <div className="mb-6 max-w-3xl space-y-4 empty:hidden">
        {done !== undefined && <Alert tone="success" role="status" title={done} />}
        {compulsory && !hasFactor(factors) && (
          <Alert tone="warning" title="Votre rôle demande un second facteur">
            Vous avez accès aux données d’autres personnes : configurez une application de codes ou une clé d’accès pour continuer. Cela
            prend deux minutes.
          </Alert>
        )}
        {compulsory && hasFactor(factors) && (
          <Alert tone="info" title="Votre rôle demande un second facteur : gardez-en toujours un en service." />
        )}
      </div>
      <FactorCards factors={factors} retour={retour} />
      <div className="mt-8">
        <SupportLine phone={supportPhone} hours={supportHours} />
      </div>
    </>
  );
});
