import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { LinkButton } from "@/components/ui/link-button";
import { SiteShell } from "@/app/_shell/site-shell";
import { ApplicationCards } from "@/app/applications/_components/application-cards";
import { openTo } from "@/lib/accounts/applications/policy";
import { paths } from "@/lib/core/paths";
import { page } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";

/** The front door: what this is, and the two ways in; the applications, for who is already in. */
export default page({ name: "site.home", policy: "visitor" }, async (ctx) => {
  const { name, shortName } = await readInstitution(ctx);
  const { actor } = ctx;
  const isIn = actor.kind === "account" && actor.secondFactor !== "missing";
  return (
    <SiteShell application="compte">
      <div className="py-4 sm:py-10">
        {isIn ? (
          <>
            <PageHeader title={`Bonjour ${actor.firstName}`} lead="Vous êtes connecté. Choisissez l’application à ouvrir." />
            <ApplicationCards applications={openTo(actor)} />
          </>
        ) : (
          <>
            <PageHeader title={`Les services en ligne du ${shortName}`} lead={`Un seul compte ouvre les applications du ${name}.`} />
            <div className="flex flex-wrap gap-3">
              <LinkButton href={paths.account.signIn()} size="large">
                Se connecter
              </LinkButton>
              <LinkButton href={paths.account.signUp()} variant="secondary" size="large">
                Créer un compte
              </LinkButton>
            </div>
            <section className="measure mt-12 space-y-3">
              <h2 className="text-xl">Vous voulez transmettre votre métier&nbsp;?</h2>
              <p>
                Nos structures cherchent toute l’année des intervenants pour former les agents des collectivités.{" "}
                <TextLink href={paths.trainers.home}>Voir les annonces</TextLink>
              </p>
            </section>
            <section className="measure mt-12 space-y-3">
              <h2 className="text-xl">À quoi sert Mon Compte&nbsp;?</h2>
              <p>
                Mon Compte {shortName} réunit votre identité, vos adresses et votre mot de passe. Vous le créez une fois, puis vous entrez
                dans chaque application sans ressaisir vos informations.
              </p>
              <p>
                Vos données sont gardées chiffrées, visibles de peu de personnes et pour peu de temps. Vous choisissez ce que chaque
                application peut lire, et vous pouvez tout télécharger ou effacer.
              </p>
            </section>
          </>
        )}
      </div>
    </SiteShell>
  );
});
