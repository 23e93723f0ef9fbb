import { TextLink } from "@/components/ui/text-link";
import { page, titled } from "@/lib/entry/page";
import { readInstitution } from "@/lib/settings/institution";
import { Article, Bullets, Chapter } from "../_components/article";

export const metadata = titled("Accessibilité");

/** The declaration that article 47 of the law of 11 February 2005 asks for (TR-40). */
export default page({ name: "information.accessibility", policy: "visitor" }, async (ctx) => {
  const { name, shortName, siteUrl, supportAddress, supportPhone } = await readInstitution(ctx);
  return (
    <Article title="Déclaration d’accessibilité" lead="Accessibilité : partiellement conforme">
      <p>
        {name} s’engage à rendre ses services en ligne accessibles, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.
        Cette déclaration s’applique au site {siteUrl}, établie le 21 novembre 2026.
      </p>
      <Chapter title="État de conformité">
        <p>
          Ce site est <strong>partiellement conforme</strong> au référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.
          Cette appréciation vient de nos propres contrôles : aucun audit n’a encore été mené par un organisme extérieur, et aucun taux de
          conformité n’est donc annoncé.
        </p>
      </Chapter>
      <Chapter title="Ce qui a été contrôlé">
        <Bullets
          items={[
            "Contrôle automatique de chaque page, dans ses différents états et à deux largeurs d’écran, avec les règles WCAG 2.2 de niveaux A et AA.",
            "Parcours au clavier seul : créer un compte et se connecter, choisir un nouveau mot de passe, utiliser un second facteur.",
            "Utilisation sans JavaScript des pages publiques, de l’inscription et de la connexion.",
            "Affichage à 320 pixels de large, agrandissement à 400 %, contrastes des thèmes clair et sombre, couleurs forcées, mouvements réduits.",
          ]}
        />
      </Chapter>
      <Chapter title="Ce qui reste à faire">
        <Bullets
          items={[
            "Un audit complet par un organisme extérieur, avec des personnes qui utilisent un lecteur d’écran.",
            "Des essais réguliers avec NVDA et VoiceOver.",
          ]}
        />
      </Chapter>
      <Chapter title="Retour d’information et contact">
        <p>
          Si un contenu ou une fonction vous est inaccessible, écrivez à{" "}
          <TextLink href={`mailto:${supportAddress}`}>{supportAddress}</TextLink> ou appelez le {supportPhone} : {shortName} vous répondra
          sous sept jours et vous proposera une autre façon de faire.
        </p>
      </Chapter>
      <Chapter title="Voies de recours">
        <p>
          Si vous signalez un défaut et que vous n’obtenez pas de réponse satisfaisante, vous pouvez saisir le Défenseur des droits : par
          son formulaire en ligne, auprès de son délégué dans votre région, ou par courrier gratuit, sans timbre, à Défenseur des droits,
          Libre réponse 71120, 75342 Paris CEDEX 07.
        </p>
      </Chapter>
    </Article>
  );
});
