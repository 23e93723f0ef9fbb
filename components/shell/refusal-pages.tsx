"use client";

import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import { ErrorPage } from "./error-page";

// Every page carries these two, in case it is refused: from the browser's side, a name is all that is sent of them.

export const AbsentPage = () => (
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
);

/** For rooms whose existence is public; objects answer "not found" instead (TR-45). */
export const ReservedPage = () => (
  <ErrorPage
    title="Vous n’avez pas accès à cette page"
    what="Cet espace est réservé à des personnes dont le rôle le demande, par exemple l’administration nationale."
    advice={[
      "Vérifiez que vous êtes connecté avec le bon compte.",
      "Si vous pensez devoir y accéder, demandez-le à l’administration de votre structure.",
    ]}
    actions={<LinkButton href={paths.applications}>Voir mes applications</LinkButton>}
  />
);
