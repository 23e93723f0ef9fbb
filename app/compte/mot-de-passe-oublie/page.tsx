import { CenteredPanel } from "@/components/shell/centered-panel";
import { HumanCheck } from "@/components/form/human-check";
import { Disclosure } from "@/components/ui/disclosure";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { forgottenFormPurpose } from "@/lib/accounts/passwords/request-reset";
import { readHumanCheck } from "@/lib/captcha/human-check";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { ForgottenForm } from "./_components/forgotten-form";

export const metadata = titled("Mot de passe oublié");

export default page({ name: "account.forgotten", policy: "visitor" }, async (ctx, { searchParams }) => {
  const { supportPhone, supportHours } = await readInstitution(ctx);
  const address = text(searchParams["courriel"]) ?? "";
  return (
    <CenteredPanel
      title="Mot de passe oublié"
      lead="Indiquez votre adresse : nous vous envoyons un lien pour choisir un nouveau mot de passe."
      after={<SupportLine phone={supportPhone} hours={supportHours} />}
    >
      <ForgottenForm address={address} human={<HumanCheck {...readHumanCheck(forgottenFormPurpose, ctx.now)} />} />
      <div className="mt-6">
        <Disclosure title="Vous n’avez pas reçu le courriel ?">
          <ul className="list-disc space-y-1 pl-5">
            <li>Attendez quelques minutes : certaines messageries retiennent les courriels.</li>
            <li>Regardez dans les courriers indésirables.</li>
            <li>
              Demandez-le une deuxième fois : c’est possible tout de suite, puis après 1, 5 et 15 minutes. Demandé plus tôt, rien ne part,
              et le dernier lien reçu reste le bon.
            </li>
            <li>Essayez votre autre adresse, professionnelle ou personnelle.</li>
          </ul>
        </Disclosure>
      </div>
      <p className="mt-5">
        <TextLink href={paths.account.signIn({ courriel: address })}>Revenir à la connexion</TextLink>
      </p>
    </CenteredPanel>
  );
});
