import { redirect } from "next/navigation";
import { HumanCheck } from "@/components/form/human-check";
import { CenteredPanel } from "@/components/shell/centered-panel";
import { Alert } from "@/components/ui/alert";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { readHumanCheck } from "@/lib/captcha/human-check";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { paths } from "@/lib/core/paths";
import { page, text, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { TrainerSignUpForm } from "./_components/trainer-sign-up-form";

export const metadata = titled("Déposer un CV");

/** "Déposer un CV": the account first (EI-20). Whoever has one uses it; coming from an ad, one goes back to it. */
export default page({ name: "trainers.sign_up", policy: "visitor" }, async (ctx, { searchParams }) => {
  const asked = text(searchParams["annonce"]);
  const number = asked !== undefined && /^\d{10,11}$/u.test(asked) ? asked : undefined;
  const next = number === undefined ? paths.trainers.cvPage("identification") : paths.trainers.apply(number);
  if (ctx.actor.kind === "account") redirect(next);
  const { shortName, supportPhone, supportHours } = await readInstitution(ctx);
  return (
    <CenteredPanel
      title="Déposer un CV"
      lead={
        <>
          <p>Création d’un compte de connexion, d’abord. Comptez ensuite environ 30 minutes pour votre CV, en une ou plusieurs fois.</p>
          <p className="mt-2">
            Ayez sous la main votre CV à jour, vos diplômes et attestations de formation, ou votre livret individuel de formation.{" "}
            <TextLink href={paths.trainers.document(documentFacts("user_guide").slug)}>Lire le mode d’emploi</TextLink>
          </p>
        </>
      }
      after={<SupportLine phone={supportPhone} hours={supportHours} />}
    >
      <div className="space-y-6">
        <Alert tone="info" title={`Vous avez déjà un compte ${shortName} ?`}>
          <p>
            Il sert aussi ici : <TextLink href={paths.account.signIn({ retour: next })}>connectez-vous</TextLink>, votre CV s’ouvrira.
          </p>
        </Alert>
        {number !== undefined && (
          <p>
            Vous répondez à l’annonce n° {number} : la structure qui l’a publiée sera votre structure de rattachement, et votre candidature
            partira d’elle-même une fois votre profil validé.
          </p>
        )}
        <TrainerSignUpForm
          retour={next}
          documents={{
            charter: paths.trainers.document(documentFacts("charter").slug),
            conditions: paths.trainers.document(documentFacts("employment_conditions").slug),
            notices: paths.trainers.document(documentFacts("legal_notices").slug),
          }}
          human={<HumanCheck {...readHumanCheck("sign-up", ctx.now)} />}
        />
      </div>
    </CenteredPanel>
  );
});
