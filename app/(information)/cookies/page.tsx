import { readAudience } from "@/app/_shell/audience";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { Article, Bullets, Chapter } from "../_components/article";
import { ChoiceForm } from "./_components/choice-form";

export const metadata = titled("Cookies");

/** What is kept in the browser, and the choice that can be changed at any time (EI-05). */
export default page({ name: "information.cookies", policy: "visitor" }, async () => {
  const { matomo, choice } = await readAudience();
  return (
    <Article title="Cookies" lead="Préférence pour tous les services">
      <Chapter title="Maintien de session">
        <p>
          <Badge tone="neutral">Toujours actif</Badge>
        </p>
        <p>
          Un cookie garde votre connexion ; il est nécessaire et disparaît à la déconnexion. Il ne sert à rien d’autre.{" "}
          <TextLink href={paths.legal.notices}>En savoir plus</TextLink>
        </p>
      </Chapter>
      {matomo === null ? (
        <Chapter title="Mesure de la fréquentation">
          <p>Aucun outil de mesure n’est utilisé sur ce site : il n’y a donc rien à accepter ni à refuser.</p>
        </Chapter>
      ) : (
        <Chapter title="Mesure de la fréquentation">
          <Bullets
            items={[
              "Sert à savoir quelles pages sont utiles, sans vous reconnaître d’un site à l’autre.",
              "Rien n’est enregistré ni envoyé avant votre accord.",
              "Votre choix est gardé 6 mois.",
            ]}
          />
          <ChoiceForm choice={choice} />
        </Chapter>
      )}
    </Article>
  );
});
