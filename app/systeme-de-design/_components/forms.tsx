import { Card, Section } from "@/components/ui/card";
import { ClosedFields, CompleteForm, RefusedForm } from "./form-samples";
import { OverlaySamples } from "./overlay-samples";
import { RichFields } from "./rich-fields";
import { Sample } from "./sample";

export function Forms() {
  return (
    <Section
      id="formulaires"
      title="Formulaires"
      lead="Une seule colonne. L’étiquette, l’aide, l’erreur, puis le champ : toujours dans cet ordre."
    >
      <Card>
        <Sample title="Formulaire complet" note="Envoyez-le vide pour voir le résumé des erreurs : il prend le focus et mène aux champs.">
          <CompleteForm />
        </Sample>
        <Sample title="Refus du serveur" note="Ce qui a été saisi reste à l’écran.">
          <RefusedForm />
        </Sample>
        <Sample
          title="Champs enrichis"
          note="Recherche au fil de la frappe, calendrier, envoi de fichiers ; sans JavaScript, des champs ordinaires."
        >
          <RichFields />
        </Sample>
        <Sample title="Lecture seule et désactivé">
          <ClosedFields />
        </Sample>
      </Card>
    </Section>
  );
}

export function Overlays() {
  return (
    <Section id="superpositions" title="Dialogues, menus, onglets">
      <Card>
        <OverlaySamples />
      </Card>
    </Section>
  );
}
