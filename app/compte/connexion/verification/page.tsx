import { redirect } from "next/navigation";
import { SignOutButton } from "@/app/_shell/sign-out-button";
import { CenteredPanel } from "@/components/shell/centered-panel";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { type Factors, readFactors } from "@/lib/accounts/second-factor/read-factors";
import { hasFactor } from "@/lib/accounts/second-factor/rules";
import { paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { PasskeyCheck } from "./_components/passkey-check";
import { RecoveryForm } from "./_components/recovery-form";
import { TotpForm } from "./_components/totp-form";

export const metadata = titled("Vérification");

/** After the password, for whoever has a second factor. Whoever must have one and has none goes and sets one up. */
export default page({ name: "session.second_factor", policy: "first_factor" }, async (ctx, { searchParams }) => {
  if (ctx.actor.kind !== "account") return null;
  const retour = safeReturn(text(searchParams["retour"]));
  if (ctx.actor.secondFactor !== "missing") redirect(retour ?? paths.applications);
  const factors = await readFactors(ctx, ctx.actor.accountId);
  if (!hasFactor(factors)) redirect(paths.account.chooseFactor({ retour }));
  const { supportPhone, supportHours } = await readInstitution(ctx);
  const withoutDevice = text(searchParams["moyen"]) === "secours";
  return (
    <CenteredPanel
      title={withoutDevice ? "Sans votre téléphone ni votre clé" : "Confirmez que c’est bien vous"}
      lead="Votre mot de passe est le bon. Il reste à donner votre second facteur."
      after={
        <>
          <SupportLine phone={supportPhone} hours={supportHours} />
          <div className="-mx-4">
            <SignOutButton />
          </div>
        </>
      }
    >
      {withoutDevice ? (
        <WithoutDevice left={factors.recoveryCodesLeft} retour={retour} supportPhone={supportPhone} />
      ) : (
        <WithDevice factors={factors} retour={retour} />
      )}
    </CenteredPanel>
  );
});

interface WithDeviceProps {
  readonly factors: Factors;
  readonly retour: string | undefined;
}

function WithDevice({ factors, retour = "" }: WithDeviceProps) {
  const hasTotp = factors.totp !== null;
  return (
    <>
      {hasTotp && <TotpForm retour={retour} />}
      {factors.passkeys.length > 0 && (
        <div className={hasTotp ? "mt-6 border-t border-line pt-6" : undefined}>
          <PasskeyCheck retour={retour} main={!hasTotp} />
          {!hasTotp && <noscript>Votre clé d’accès demande JavaScript : activez-le, ou utilisez un code de secours.</noscript>}
        </div>
      )}
      <p className="mt-6 border-t border-line pt-5">
        Vous n’avez pas votre téléphone ou votre clé ?{" "}
        <TextLink href={paths.account.secondFactor({ retour, moyen: "secours" })}>Utiliser un code de secours</TextLink>
      </p>
    </>
  );
}

interface WithoutDeviceProps {
  readonly left: number;
  readonly retour: string | undefined;
  readonly supportPhone: string;
}

/** A page of its own rather than a part to unfold: without JavaScript, an error inside a folded part would not be seen. */
function WithoutDevice({ left, retour = "", supportPhone }: WithoutDeviceProps) {
  return (
    <>
      {left > 0 && <RecoveryForm retour={retour} />}
      <p className={left > 0 ? "mt-6 border-t border-line pt-5" : undefined}>
        {left > 0 ? "Vous n’avez plus vos codes de secours non plus ? " : "Vous n’avez plus de code de secours. "}
        Appelez l’assistance au <span className="whitespace-nowrap">{supportPhone}</span> : après avoir vérifié votre identité, elle
        retirera vos seconds facteurs. Vous vous connecterez alors avec votre mot de passe, que personne d’autre ne connaît, puis vous
        configurerez un nouveau second facteur.
      </p>
      <p className="mt-5">
        <TextLink href={paths.account.secondFactor({ retour })}>J’ai mon téléphone ou ma clé</TextLink>
      </p>
    </>
  );
}
