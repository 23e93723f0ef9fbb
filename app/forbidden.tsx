import { ErrorPage } from "@/components/shell/error-page";
import { LinkButton } from "@/components/ui/link-button";
import { SiteShell } from "@/app/_shell/site-shell";
import { paths } from "@/lib/core/paths";

export const metadata = { title: "Accès réservé" };

/** For rooms whose existence is public; objects answer "not found" instead (TR-45). */
export default function Forbidden() {
  return (
    <SiteShell application="compte">
      <ErrorPage
        title="Vous n’avez pas accès à cette page"
        what="Cet espace est réservé à des personnes dont le rôle le demande, par exemple l’administration nationale."
        advice={[
          "Vérifiez que vous êtes connecté avec le bon compte.",
          "Si vous pensez devoir y accéder, demandez-le à l’administration de votre structure.",
        ]}
        actions={<LinkButton href={paths.applications}>Voir mes applications</LinkButton>}
      />
    </SiteShell>
  );
}
