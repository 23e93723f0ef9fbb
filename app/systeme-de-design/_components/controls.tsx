import { Download, Plus, Trash2 } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, Section } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Skeleton } from "@/components/ui/skeleton";
import { Spinner } from "@/components/ui/spinner";
import { Row, Sample } from "./sample";

export function Buttons() {
  return (
    <Section
      id="boutons"
      title="Boutons"
      lead="Un seul bouton principal par écran. Le texte dit l’acte : « Transmettre le dossier », jamais « OK »."
    >
      <Card>
        <Sample title="Variantes" note="Au survol, le fond se renforce ; au clavier, un anneau de 3 px entoure le bouton.">
          <Row>
            <Button>Transmettre le dossier</Button>
            <Button variant="secondary">Enregistrer le brouillon</Button>
            <Button variant="quiet">Annuler</Button>
            <Button variant="danger" icon={<Trash2 aria-hidden size={20} />}>
              Supprimer la pièce
            </Button>
          </Row>
        </Sample>
        <Sample title="Tailles et icônes">
          <Row>
            <Button size="large" icon={<Plus aria-hidden size={22} />}>
              Créer une annonce
            </Button>
            <Button icon={<Plus aria-hidden size={20} />}>Créer une annonce</Button>
            <Button size="small" variant="secondary" icon={<Download aria-hidden size={18} />}>
              Exporter la liste
            </Button>
            <LinkButton href="#boutons" variant="secondary">
              Lien qui a l’air d’un bouton
            </LinkButton>
          </Row>
        </Sample>
        <Sample
          title="En cours, désactivé"
          note="En cours, le bouton garde le focus et ne fait rien de plus. Désactivé, une phrase voisine dit pourquoi."
        >
          <Row>
            <Button pending>Envoi en cours…</Button>
            <Button disabled>Transmettre le dossier</Button>
            <Button variant="secondary" disabled>
              Modifier
            </Button>
          </Row>
          <p className="text-sm text-ink-soft">Il manque encore votre attestation sur l’honneur pour transmettre le dossier.</p>
        </Sample>
        <Sample title="Texte long" note="Le texte passe à la ligne, il n’est jamais coupé.">
          <div className="max-w-72">
            <Button>Demander le rattachement à la délégation Bourgogne-Franche-Comté</Button>
          </div>
        </Sample>
      </Card>
    </Section>
  );
}

export function Messages() {
  return (
    <Section id="messages" title="Messages et états" lead="Le ton se lit dans l’icône et les mots, pas seulement dans la couleur.">
      <Card>
        <Sample title="Alertes">
          <div className="space-y-3">
            <Alert title="La plateforme sera fermée dimanche 6 décembre de 8 h à 10 h.">
              <p>Vos brouillons sont conservés.</p>
            </Alert>
            <Alert tone="success" title="Votre dossier est transmis à la délégation Grand Est." />
            <Alert tone="warning" title="Votre attestation de vigilance expire dans 12 jours.">
              <p>Déposez la nouvelle dès maintenant : l’ancienne reste valable jusqu’à son terme.</p>
            </Alert>
            <Alert tone="danger" title="La pièce n’a pas été enregistrée.">
              <p>Le fichier « rib-2026.pdf » dépasse 10 Mo. Réduisez-le ou numérisez-le en 150 points par pouce, puis recommencez.</p>
            </Alert>
          </div>
        </Sample>
        <Sample title="Étiquettes d’état">
          <Row>
            <Badge>Brouillon</Badge>
            <Badge tone="accent">Nouveau</Badge>
            <Badge tone="info">En cours d’examen</Badge>
            <Badge tone="success">Validée</Badge>
            <Badge tone="warning">Expire bientôt</Badge>
            <Badge tone="danger">Refusée</Badge>
          </Row>
        </Sample>
        <Sample title="Attente" note="Une phrase est lue aux lecteurs d’écran ; les mouvements cessent si le système le demande.">
          <div className="grid gap-8 md:grid-cols-2">
            <Skeleton lines={4} label="Chargement de la liste…" />
            <div className="space-y-5">
              <Spinner label="Recherche en cours…" />
              <ProgressBar label="Dossier administratif" value={38} text="3 pièces sur 8" />
              <ProgressBar label="Envoi de diplome.pdf" value={72} />
            </div>
          </div>
        </Sample>
      </Card>
    </Section>
  );
}
