import { Card, Section } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { Sample } from "./sample";

/** The layouts that take a whole page have an address of their own: they hold the one h1. */
export function Layouts() {
  return (
    <Section id="mises-en-page" title="Mises en page" lead="Un panneau au centre pour les actes simples ; des pages d’erreur qui aident.">
      <Card>
        <Sample title="Pages entières">
          <ul className="space-y-1">
            <li>
              <TextLink href={`${paths.design}/panneau`}>Panneau centré : connexion</TextLink>
            </li>
            <li>
              <TextLink href={`${paths.design}/erreur`}>Page d’erreur avec sa référence</TextLink>
            </li>
          </ul>
        </Sample>
      </Card>
    </Section>
  );
}
