import { ErrorPage } from "@/components/shell/error-page";
import { LinkButton } from "@/components/ui/link-button";
import { SiteShell } from "@/app/_shell/site-shell";
import { paths } from "@/lib/core/paths";

export const metadata = { title: "Page introuvable" };

export default function NotFound() {
  return (
    <SiteShell application="compte">
      <ErrorPage
        title="Page introuvable"
        what="Cette page n’existe pas, a été déplacée, ou n’est pas accessible avec votre compte."
        advice={[
          "Vérifiez l’adresse, surtout si vous l’avez recopiée.",
          "Si vous avez suivi un lien de ce site, signalez-le à l’assistance.",
          "Repartez de l’accueil ou du plan du site.",
        ]}
        actions={
          <>
            <LinkButton href={paths.home}>Aller à l’accueil</LinkButton>
            <LinkButton href={paths.legal.siteMap} variant="secondary">
              Plan du site
            </LinkButton>
          </>
        }
      />
    </SiteShell>
  );
}
