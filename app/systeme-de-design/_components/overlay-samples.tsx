"use client";

import { Eye, Pencil, Trash2 } from "lucide-react";
import { ActionButton } from "@/components/form/action-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/announce";
import { Menu } from "@/components/ui/menu";
import { Tabs } from "@/components/ui/tabs";
import { Row, Sample } from "./sample";
import { accept, refuse } from "./sample-actions";

/** What opens over the page. */
export function OverlaySamples() {
  return (
    <>
      <Sample title="Dialogue" note="Le focus entre dans le dialogue, y reste, et revient au bouton.">
        <Row>
          <Dialog trigger="En savoir plus sur les pièces" title="Pourquoi ces pièces ?">
            <p>
              Elles permettent à la délégation de vérifier votre statut et de vous payer. Les pièces d’identité sont effacées 30 jours après
              leur validation.
            </p>
          </Dialog>
          <Dialog trigger="Changer de structure" title="Changer de structure de rattachement">
            {(close) => (
              <div className="space-y-5">
                <p>Votre dossier sera repris par la nouvelle structure. Vos candidatures en cours ne changent pas.</p>
                <Button onClick={close}>J’ai compris</Button>
              </div>
            )}
          </Dialog>
        </Row>
      </Sample>
      <Sample title="Acte à confirmer" note="Sans JavaScript, le formulaire part aussitôt : l’acte doit pouvoir être défait.">
        <Row>
          <ActionButton
            action={accept}
            fields={{ id: "418" }}
            variant="danger"
            icon={<Trash2 aria-hidden size={20} />}
            confirm={{
              title: "Supprimer le diplôme ?",
              body: "La pièce « diplome-2019.pdf » sera retirée de votre dossier. Vous pourrez la déposer à nouveau.",
              confirmLabel: "Supprimer la pièce",
            }}
          >
            Supprimer la pièce
          </ActionButton>
          <ActionButton action={refuse} variant="secondary">
            Relancer la collectivité
          </ActionButton>
        </Row>
      </Sample>
      <Sample title="Menu">
        <Menu
          label="Actions"
          ariaLabel="Actions pour Claire Martin"
          entries={[
            { id: "voir", label: "Consulter", icon: <Eye aria-hidden size={18} />, href: "#voir" },
            {
              id: "modifier",
              label: "Modifier",
              icon: <Pencil aria-hidden size={18} />,
              onAction: () => toast("Ouverture de la fiche.", "info"),
            },
            {
              id: "retirer",
              label: "Retirer de la liste",
              icon: <Trash2 aria-hidden size={18} />,
              danger: true,
              onAction: () => toast("Claire Martin est retirée de la liste."),
            },
          ]}
        />
      </Sample>
      <Sample title="Onglets" note="Dans une seule page ; pour ce que chacun doit atteindre, préférer les onglets à adresses.">
        <Tabs
          label="Fiche de l’annonce"
          tabs={[
            {
              id: "description",
              label: "Description",
              content: <p>Deux journées sur la prévention des risques psychosociaux, pour douze agents des services techniques.</p>,
            },
            {
              id: "profil",
              label: "Profil recherché",
              content: <p>Une expérience de terrain en collectivité et la maîtrise du document unique.</p>,
            },
            {
              id: "modalites",
              label: "Modalités",
              content: <p>À Nancy, les 11 et 12 mars 2027, rémunération selon la délibération en vigueur.</p>,
            },
          ]}
        />
      </Sample>
      <Sample title="Message bref" note="Lu par les lecteurs d’écran ; reste tant que la souris ou le focus y est.">
        <Button variant="secondary" onClick={() => toast("Vos préférences sont enregistrées.")}>
          Montrer un message
        </Button>
      </Sample>
    </>
  );
}
