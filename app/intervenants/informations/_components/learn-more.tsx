import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";

/** "En savoir plus": what the institution offers to its trainers, and to whom (EI-03). */
export const LearnMore = () => (
  <div className="measure space-y-3">
    <p>
      Les agents des collectivités apprennent d’abord auprès de personnes qui exercent, ou ont exercé, leur métier. C’est pourquoi nous
      faisons appel chaque année à des intervenantes et des intervenants de tous horizons, et tenons à travailler avec eux dans la durée.
    </p>
    <p>
      <strong>L’Espace Intervenants</strong> réunit ce qu’il faut pour cela&nbsp;: vous y présentez votre parcours, vous y lisez les
      annonces de nos structures et vous y répondez. Les personnes qui conçoivent les formations y trouvent les profils qui leur manquent,
      d’une région à l’autre. Un échange précède toujours un engagement.
    </p>
    <p>
      <strong>La charte</strong> dit ce que nous nous devons les uns aux autres. <strong>Les conditions de recrutement et d’emploi</strong>{" "}
      répondent aux questions de statut, de rémunération et de frais. <strong>Le mode d’emploi</strong> accompagne chaque démarche.
    </p>
    <p>
      L’espace s’adresse aux personnes employées directement, en régie. Les titulaires de marchés publics trouveront ici de quoi connaître
      nos attentes, mais passent par leur propre interlocuteur.
    </p>
    <p>
      Une question sur une structure, ses locaux ou la façon de s’y rendre&nbsp;? Choisissez sa région ci-dessous, ou{" "}
      <TextLink href={paths.legal.help}>écrivez-nous</TextLink>.
    </p>
  </div>
);
