import { CenteredPanel } from "@/components/shell/centered-panel";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { HumanCheck } from "@/components/form/human-check";
import { readHumanCheck } from "@/lib/captcha/human-check";
import { paths, safeReturn } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { SignUpForm } from "./_components/sign-up-form";

export const metadata = titled("Créer mon compte");

export default page({ name: "account.sign_up", policy: "visitor" }, async (ctx, { searchParams }) => {
  const { shortName, supportPhone, supportHours } = await readInstitution(ctx);
  const fromFormadist = text(searchParams["application"]) === "formadist";
  const retour = safeReturn(text(searchParams["retour"]));
  return (
    <CenteredPanel
      title={`Créer mon Compte ${shortName}`}
      lead={
        <>
          <p>
            Le Compte {shortName} vous permet d’accéder aux applications du {shortName} avec un mot de passe unique. Pour le créer,
            remplissez le formulaire ci-dessous. Un courriel vous sera transmis pour vérifier votre adresse.
          </p>
          {fromFormadist && <p className="mt-2">Vous pourrez ensuite accéder à Formadist.</p>}
        </>
      }
      after={<SupportLine phone={supportPhone} hours={supportHours} />}
    >
      <SignUpForm
        application={fromFormadist ? "formadist" : "compte"}
        retour={retour ?? ""}
        address={text(searchParams["courriel"]) ?? ""}
        human={<HumanCheck {...readHumanCheck("sign-up", ctx.now)} />}
      />
      <p className="mt-6 border-t border-line pt-5">
        Vous avez déjà un compte ? <TextLink href={paths.account.signIn({ retour })}>Se connecter</TextLink>
      </p>
    </CenteredPanel>
  );
});
