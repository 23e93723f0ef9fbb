import { LinkButton } from "@/components/ui/link-button";
import { ErrorPage } from "@/components/shell/error-page";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { SampleShell } from "../_components/sample-shell";

export const metadata = titled("Page d’erreur – Système de design");

/** What one sees when something unexpected happens. */
export default page({ name: "design.error", policy: "visitor", only: "demonstration" }, () =>
  Promise.resolve(
    <SampleShell>
      <ErrorPage
        title="Une erreur est survenue de notre côté"
        what="Votre demande n’a pas pu être traitée. Ce que vous aviez enregistré est conservé."
        advice={[
          "Rechargez la page dans quelques minutes.",
          "Si l’erreur revient, appelez l’assistance et donnez la référence ci-dessous.",
        ]}
        actions={
          <>
            <LinkButton href={`${paths.design}/erreur`}>Recharger la page</LinkButton>
            <LinkButton href={paths.home} variant="secondary">
              Revenir à l’accueil
            </LinkButton>
          </>
        }
        reference="7F3A91C0D2"
        support={{ phone: "01 55 27 44 00", hours: "du lundi au vendredi, de 9 h à 17 h" }}
      />
    </SampleShell>,
  ),
);
