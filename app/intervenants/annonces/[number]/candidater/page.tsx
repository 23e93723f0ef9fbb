import { redirect } from "next/navigation";
import { Alert } from "@/components/ui/alert";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { nextGate } from "@/lib/accounts/applications/next-gate";
import type { Ctx } from "@/lib/core/ctx";
import { longDate, longDay } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { readApplying } from "@/lib/trainers/applications/read-applying";
import { longestComment } from "@/lib/trainers/applications/schemas";
import { applicationStateLabels } from "@/lib/trainers/applications/vocabulary";
import { ApplyForm } from "./_components/apply-form";

export const metadata = titled("Répondre à une annonce");

type Applying = Awaited<ReturnType<typeof readApplying>>;

const isWhole = ({ actor }: Ctx) => actor.kind === "account" && actor.secondFactor !== "missing";

/** "Candidater": the form, or what comes before it (EI-13). Open to all, so that a visitor is told what to do, and why. */
export default page({ name: "trainers.apply", policy: "visitor" }, async (ctx, { params }) => {
  const number = params["number"] ?? "";
  const applying = await readApplying(ctx, number);
  const here = paths.trainers.apply(number);
  if (isWhole(ctx) && (await nextGate(ctx, "intervenants")) !== null) redirect(paths.account.enter("intervenants", { retour: here }));
  const { title, structure } = applying.ad;
  return (
    <>
      <Breadcrumb
        parents={[
          { label: "Annonces", href: paths.trainers.ads() },
          { label: `N° ${number}`, href: paths.trainers.ad(number) },
        ]}
        current="Candidater"
      />
      <PageHeader title="Répondre à l’annonce" lead={`${title}, ${structure}`} />
      <div className="max-w-2xl space-y-6">
        <Content applying={applying} number={number} here={here} known={isWhole(ctx)} />
      </div>
    </>
  );
});

interface ContentProps {
  readonly applying: Applying;
  readonly number: string;
  readonly here: string;
  /** Somebody is signed in. */
  readonly known: boolean;
}

function Content({ applying: { ad, application, verdict, profileState }, number, here, known }: ContentProps) {
  if (application !== null)
    return (
      <Alert tone="info" title={`Vous avez répondu à cette annonce le ${longDate(application.appliedAt)}.`}>
        <p>État de votre candidature : {applicationStateLabels[application.state].toLowerCase()}.</p>
        <p>
          <TextLink href={paths.trainers.applications()}>Voir mes réponses aux annonces</TextLink>
        </p>
      </Alert>
    );
  if (!verdict.allowed)
    return (
      <Alert tone="warning" title="Vous ne pouvez pas répondre à cette annonce">
        <p>{verdict.reason}</p>
        <p>
          <TextLink href={paths.trainers.ads()}>Voir les annonces ouvertes</TextLink>
        </p>
      </Alert>
    );
  if (!known) return <SignInFirst number={number} here={here} />;
  const validated = profileState === "validated";
  return (
    <>
      {ad.deadlineOn !== null && <p>On peut répondre jusqu’au {longDay(ad.deadlineOn)} inclus.</p>}
      {validated ? (
        <p>La structure reçoit votre candidature avec votre profil et votre CV. Elle vous répond ensuite directement.</p>
      ) : (
        <Alert tone="info" title="Votre candidature attendra la validation de votre profil">
          <p>
            Écrivez-la dès maintenant : elle est gardée, et part d’elle-même quand votre profil est validé. C’est la date d’aujourd’hui qui
            compte pour la date limite.
          </p>
          <p>
            L’étape suivante est votre CV : {profileState === "submitted" ? "il est à l’étude." : "il reste à compléter et à transmettre."}
          </p>
        </Alert>
      )}
      <ApplyForm number={number} limit={longestComment} submitLabel={validated ? "Envoyer ma candidature" : "Garder ma candidature"} />
    </>
  );
}

function SignInFirst({ number, here }: { readonly number: string; readonly here: string }) {
  return (
    <>
      <Alert tone="info" title="Pour pouvoir postuler à l’annonce vous devez vous authentifier ou vous inscrire">
        <p>Vous reviendrez ensuite à cette annonce.</p>
      </Alert>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={paths.account.signIn({ retour: here })} prefetch={false}>
          M’authentifier
        </LinkButton>
        <LinkButton href={paths.trainers.signUp({ annonce: number })} variant="secondary" prefetch={false}>
          M’inscrire
        </LinkButton>
      </div>
      <p>
        <TextLink href={paths.trainers.ad(number)}>Revenir à l’annonce</TextLink>
      </p>
    </>
  );
}
