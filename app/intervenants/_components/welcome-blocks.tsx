import { Card } from "@/components/ui/card";
import { MoreHelp } from "@/components/ui/more-help";
import { TextLink } from "@/components/ui/text-link";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { paths } from "@/lib/core/paths";

interface Props {
  /** Short name of the institution. */
  readonly institution: string;
}

/** What to do first, for who does not intervene yet (EI-01). */
export const BecomingTrainer = ({ institution }: Props) => (
  <Card title={`Vous souhaitez devenir formateur ou formatrice pour le ${institution} ?`}>
    <div className="space-y-3">
      <div>
        Faites connaître vos compétences, puis répondez aux annonces de nos structures. L’espace s’adresse aux personnes que nous employons
        directement, dites «&nbsp;en régie&nbsp;».{" "}
        <MoreHelp about="sur les interventions en régie" title="Intervenir en régie">
          <p>
            Vous êtes recruté ou recrutée pour une intervention, et payé ou payée sur un bulletin de paie. C’est possible avec un autre
            emploi, public ou privé, une activité indépendante ou une retraite.
          </p>
          <p>
            Un organisme de formation, ou une personne qui facture sa prestation, relève des marchés publics et n’a pas à s’inscrire ici.
          </p>
          <p>
            <TextLink href={paths.trainers.document(documentFacts("employment_conditions").slug)} prefetch={false}>
              Lire les conditions de recrutement et d’emploi
            </TextLink>
          </p>
        </MoreHelp>
      </div>
      <p>
        Commencez par <TextLink href={paths.trainers.signUp()}>remplir un CV en ligne</TextLink>. Si votre profil répond à un besoin, la
        structure que vous aurez choisie prendra contact avec vous.
      </p>
      <p>
        Les <TextLink href={paths.trainers.information()}>informations complémentaires</TextLink> décrivent le cadre des interventions et ce
        que nous attendons en matière de pédagogie.
      </p>
    </div>
  </Card>
);

/** The administrative file, for who does (EI-01). */
export const AlreadyTrainer = ({ institution }: Props) => (
  <Card title={`Vous intervenez déjà pour le ${institution} ?`}>
    <div className="space-y-3">
      <p>
        Votre dossier administratif est unique&nbsp;: déposées une fois, vos pièces servent à toutes les structures, pour vos lettres de
        demande et le paiement de vos interventions.
      </p>
      <ul className="list-disc space-y-1 pl-5">
        <li>Avant une intervention, un courriel vous dit ce qui manque.</li>
        <li>Vous mettez votre dossier à jour vous-même&nbsp;; il est revu une fois par an.</li>
        <li>Vos pièces sont chiffrées, et vous pouvez savoir qui les a consultées.</li>
      </ul>
      <p>
        Pour vous aider&nbsp;:{" "}
        <TextLink href={paths.trainers.document(documentFacts("tutorials").slug)} prefetch={false}>
          les tutoriels
        </TextLink>{" "}
        et la page <TextLink href={paths.legal.help}>Aide et contact</TextLink>.
      </p>
    </div>
  </Card>
);
