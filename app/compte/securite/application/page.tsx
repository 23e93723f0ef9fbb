import { AccountBreadcrumb } from "@/app/compte/_components/account-breadcrumb";
import { askForProof } from "@/app/compte/confirmer/ask-for-proof";
import { Alert } from "@/components/ui/alert";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { readUnconfirmedTotp } from "@/lib/accounts/second-factor/read-unconfirmed-totp";
import { totpAddress } from "@/lib/accounts/second-factor/totp";
import { paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { passSecurityDoor } from "../security-door";
import { ConfirmForm } from "./_components/confirm-form";
import { SetUpSteps } from "./_components/set-up-steps";
import { StartForm } from "./_components/start-form";

export const metadata = titled("Application de codes");

/** Sets up the application that shows codes: what it is, the code to scan, then a first code to prove it works. */
export default page({ name: "account.set_up_totp", policy: "first_factor" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const retour = safeReturn(text(searchParams["retour"]));
  const here = paths.account.totp({ retour });
  const { totp } = await passSecurityDoor(ctx, ctx.actor, here);
  askForProof(ctx, here);
  const [secret, { shortName }] = await Promise.all([readUnconfirmedTotp(ctx), readInstitution(ctx)]);
  const setUp =
    totp === null && secret !== null ? (
      <SetUpSteps secret={secret} address={totpAddress(secret, `Mon Compte ${shortName}`, ctx.actor.address)} />
    ) : null;
  const begins = totp === null && secret === null;
  return (
    <>
      <AccountBreadcrumb
        parents={[{ label: "Second facteur", href: paths.account.chooseFactor({ retour }) }]}
        current="Application de codes"
      />
      <PageHeader title="Application de codes" lead="Elle affiche un code à 6 chiffres, à saisir après votre mot de passe." />
      {begins ? (
        <div className="measure">
          <h2 className="text-xl">Avant de commencer</h2>
          <p className="mt-2">
            Il vous faut, sur votre téléphone, une application qui affiche des codes. Si vous n’en avez pas, installez-en une depuis le
            magasin d’applications, par exemple :
          </p>
          <ul className="mt-3 list-disc space-y-1 pl-6">
            <li>FreeOTP, Aegis ou 2FAS (libres) ;</li>
            <li>Google Authenticator ou Microsoft Authenticator ;</li>
            <li>votre gestionnaire de mots de passe, s’il sait le faire.</li>
          </ul>
          <StartForm retour={retour ?? ""} />
        </div>
      ) : (
        <ConfirmForm retour={retour ?? ""} setUp={setUp} inService={<InService />} />
      )}
    </>
  );
});

function InService() {
  return (
    <Alert tone="success" title="Votre application de codes est en service.">
      <p>
        Pour en changer (nouveau téléphone),{" "}
        <TextLink href={paths.account.removeFactor({ moyen: "totp" })}>retirez d’abord celle-ci</TextLink>.
      </p>
      <p>
        <TextLink href={paths.account.security}>Revenir à mes seconds facteurs</TextLink>
      </p>
    </Alert>
  );
}
