import { Inbox } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { ExternalLink } from "@/components/ui/external-link";
import { Kbd } from "@/components/ui/kbd";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { Stepper } from "@/components/ui/stepper";
import { SupportLine } from "@/components/ui/support-line";
import { TextLink } from "@/components/ui/text-link";
import { MoreHelp } from "@/components/ui/more-help";
import { Toggletip } from "@/components/ui/toggletip";
import { Row, Sample } from "./sample";

export function Wayfinding() {
  return (
    <Section id="reperes" title="Se repérer" lead="Où suis-je, par où suis-je passé, que reste-t-il à faire.">
      <Card>
        <Sample title="Fil d’Ariane">
          <Breadcrumb
            label="Fil d’Ariane : exemple"
            parents={[
              { label: "Espace Intervenants", href: "#reperes" },
              { label: "Annonces", href: "#reperes-annonces" },
            ]}
            current="Prévenir les risques psychosociaux dans les services techniques"
          />
        </Sample>
        <Sample title="Étapes" note="Sur un téléphone : « Étape 2 sur 4 » et une barre.">
          <Stepper
            steps={[
              { label: "Votre identité", state: "done", href: "#etape-1" },
              { label: "Votre parcours", state: "current" },
              { label: "Vos domaines d’intervention", state: "todo" },
              { label: "Relire et transmettre", state: "todo" },
            ]}
          />
        </Sample>
        <Sample title="Onglets à adresses" note="Chaque vue a son adresse : on peut la garder, la partager, revenir en arrière.">
          <LinkTabs
            label="Candidatures"
            tabs={[
              { label: "À examiner", href: "#a-examiner", current: true, count: 12 },
              { label: "Retenues", href: "#retenues", current: false, count: 4 },
              { label: "Non retenues", href: "#non-retenues", current: false },
            ]}
          />
        </Sample>
        <Sample title="Pages d’une liste">
          <Pagination label="Pages : exemple" previousHref="#avant" nextHref="#apres" firstHref="#premiere" />
        </Sample>
        <Sample title="Liens">
          <p>
            Lisez la <TextLink href="#charte">charte des intervenants</TextLink> ou consultez{" "}
            <ExternalLink href="https://www.legifrance.gouv.fr">le code général de la fonction publique</ExternalLink>.
          </p>
          <SupportLine phone="01 55 27 44 00" hours="du lundi au vendredi, de 9 h à 17 h" />
        </Sample>
      </Card>
    </Section>
  );
}

export function Reading() {
  return (
    <Section id="lecture" title="Lire" lead="Des faits en regard de leur nom, des détails à la demande.">
      <div className="grid gap-6 xl:grid-cols-2">
        <Card
          title="Claire Martin"
          actions={
            <Button size="small" variant="secondary">
              Modifier
            </Button>
          }
          footer={<Button variant="quiet">Voir l’historique</Button>}
        >
          <DefinitionList
            items={[
              { term: "Immatriculation", value: "GE-2026-00418" },
              { term: "Structure", value: "Délégation Grand Est, antenne de Strasbourg" },
              { term: "Téléphone", value: "" },
              { term: "Lien de partage", value: <CopyButton text="https://exemple.fr/p/418" what="le lien de partage" /> },
            ]}
          />
        </Card>
        <Card title="Questions fréquentes">
          <Disclosure title="Qui peut voir mes coordonnées bancaires ?" name="questions" open>
            <p>Les gestionnaires de votre structure de rattachement, et chaque consultation apparaît dans votre journal.</p>
          </Disclosure>
          <Disclosure title="Combien de temps ma carte d’identité est-elle conservée ?" name="questions">
            <p>Le fichier est effacé 30 jours après sa validation.</p>
          </Disclosure>
        </Card>
      </div>
      <Card className="mt-6">
        <Sample title="Aide en contexte" note="S’ouvre au clic, au clavier et au toucher ; se ferme avec Échap.">
          <p>
            Numéro d’immatriculation{" "}
            <Toggletip about="le numéro d’immatriculation">
              Il est attribué par la délégation quand votre dossier est validé. Vous le retrouvez sur vos convocations.
            </Toggletip>
          </p>
          <div>
            Spécialités{" "}
            <MoreHelp about="sur les spécialités" title="Choisir ses spécialités">
              <p>Trois suffisent : mieux vaut peu de spécialités, et l’expérience qui va avec, qu’une longue liste.</p>
              <p>Les structures cherchent par spécialité et par région. Vous pourrez les changer à tout moment.</p>
            </MoreHelp>
          </div>
        </Sample>
        <Sample title="Portraits et touches">
          <Row>
            <Avatar name="Claire Martin" size="small" />
            <Avatar name="Jean-Baptiste de La Tour" />
            <Avatar name="Aïssatou Diallo" size="large" />
            <p>
              <Kbd>Échap</Kbd> ferme, <Kbd>Entrée</Kbd> valide.
            </p>
          </Row>
        </Sample>
        <Sample title="Vide">
          <EmptyState
            icon={<Inbox aria-hidden size={36} />}
            title="Aucune candidature pour l’instant"
            action={<Button>Consulter les annonces</Button>}
          >
            <p>Les annonces auxquelles vous répondez apparaissent ici, avec la réponse de la structure.</p>
          </EmptyState>
        </Sample>
      </Card>
    </Section>
  );
}
