import { CenteredPanel } from "@/components/shell/centered-panel";
import { Alert } from "@/components/ui/alert";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { applicationOfPath } from "@/lib/accounts/passwords/rules";
import { paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { SignInForm } from "./_components/sign-in-form";
import { signInMessages } from "./_components/messages";

export const metadata = titled("Connexion");

export default page({ name: "account.sign_in", policy: "visitor" }, async (ctx, { searchParams }) => {
  const institution = await readInstitution(ctx);
  const [retour, courriel] = [safeReturn(text(searchParams["retour"])), text(searchParams["courriel"])];
  const message = signInMessages[text(searchParams["message"]) ?? ""];
  return (
    <CenteredPanel
      title="Se connecter"
      lead={`Avec votre compte ${institution.shortName}, le même pour toutes les applications.`}
      after={<SupportLine phone={institution.supportPhone} hours={institution.supportHours} />}
    >
      {message !== undefined && (
        <div className="mb-6">
          <Alert tone={message.tone} title={message.title}>
            {message.text}
          </Alert>
        </div>
      )}
      {ctx.actor.kind === "account" && ctx.actor.secondFactor !== "missing" && message === undefined && (
        <div className="mb-6">
          <Alert tone="info" title={`Une session est déjà ouverte avec ${ctx.actor.address}.`}>
            <TextLink href={retour ?? paths.applications}>Continuer avec ce compte</TextLink>, ou ouvrez-en une autre ci-dessous.
          </Alert>
        </div>
      )}
      <SignInForm address={courriel ?? ""} retour={retour ?? ""} />
      <p className="mt-6 border-t border-line pt-5">
        Pas encore de compte ? <TextLink href={paths.account.signUp({ retour })}>Créer un compte</TextLink>
      </p>
      {applicationOfPath(retour) === "intervenants" && (
        <p className="mt-3">
          <TextLink href={paths.trainers.home}>Retour au portail</TextLink>
        </p>
      )}
    </CenteredPanel>
  );
});
