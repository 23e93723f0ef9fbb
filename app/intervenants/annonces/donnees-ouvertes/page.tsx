import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { openDataPageSize } from "@/lib/trainers/ads/open-data";
import { answerFields, parameters, searchParameters } from "./fields.data";

export const metadata = titled("Annonces en données ouvertes");

/** How programs read the public ads: the feed of a search, and the ads as JSON (EI-16). */
export default page({ name: "trainers.ads_open_data_help", policy: "visitor" }, () => {
  const site = new URL(env.APP_URL).origin;
  return Promise.resolve(
    <>
      <Breadcrumb parents={[{ label: "Annonces", href: paths.trainers.ads() }]} current="Données ouvertes" />
      <PageHeader
        title="Annonces en données ouvertes"
        lead="Les annonces publiées peuvent être lues par d’autres programmes, sans inscription ni clé."
      />
      <div className="space-y-10">
        <Part title="Suivre une recherche : le flux Atom">
          <p className="measure">
            Chaque recherche d’annonces a son flux : la même adresse que la page, avec <Code>.atom</Code>. Un lecteur de flux prévient dès
            qu’une annonce correspond. Il donne les 50 annonces ouvertes les plus récentes.
          </p>
          <Example>{`${site}${paths.trainers.adsFeed([["region", "44"]])}`}</Example>
          <p>
            <TextLink href={paths.trainers.ads()}>Préparer une recherche</TextLink>, puis suivre le lien « Suivre cette recherche » au bas
            de la page.
          </p>
        </Part>
        <Part title="Lire les annonces : le format JSON">
          <p className="measure">Une adresse répond par les annonces ouvertes, les plus récentes d’abord, {openDataPageSize} à la fois.</p>
          <Example>{`${site}${paths.api.ads([
            ["q", "budget"],
            ["specialite", "A3"],
          ])}`}</Example>
          <p className="measure">
            Pour tout lire, demandez l’adresse donnée par <Code>suivant</Code>, puis celle que donne sa réponse, jusqu’à <Code>null</Code>.
            Une annonce publiée entre-temps ne fait ni manquer ni répéter les suivantes.
          </p>
        </Part>
        <Part title="Critères de recherche">
          <p className="measure">
            Les mêmes pour la page, le flux et le format JSON. Un critère à plusieurs valeurs est répété : <Code>region=44&region=11</Code>.
          </p>
          <Facts caption="Critères de recherche acceptés" head={["Paramètre", "Sens"]} rows={searchParameters} />
        </Part>
        <Part title="Contenu de la réponse">
          <Facts caption="Réponse au format JSON" head={["Champ", "Sens"]} rows={parameters} />
          <Facts caption="Champs d’une annonce" head={["Champ d’une annonce", "Sens"]} rows={answerFields} />
          <p className="measure">
            Le nom et les coordonnées de la personne à joindre ne sont pas diffusés : ils sont sur la page de l’annonce.
          </p>
        </Part>
        <Part title="Bon usage">
          <ul className="measure list-disc space-y-1 pl-5">
            <li>
              Au plus 60 demandes par minute au format JSON, et 120 pour les flux ; au-delà, la réponse 429 dit combien de secondes
              attendre.
            </li>
            <li>
              Les réponses portent un <Code>ETag</Code> : renvoyez-le dans <Code>If-None-Match</Code>, et rien n’est transmis si rien n’a
              changé.
            </li>
            <li>Une annonce clôturée n’est plus dans les réponses : ne la montrez plus.</li>
            <li>Réutilisation libre, à condition de citer la source et la date de la lecture (Licence Ouverte 2.0).</li>
          </ul>
        </Part>
      </div>
    </>,
  );
});

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="space-y-3">
    <h2 className="text-xl">{title}</h2>
    {children}
  </section>
);

const Code = ({ children }: { readonly children: ReactNode }) => (
  <code className="rounded-sm bg-surface-sunken px-1 py-0.5 font-mono text-sm wrap-anywhere">{children}</code>
);

const Example = ({ children }: { readonly children: string }) => (
  <p className="rounded-md border border-line bg-surface-raised p-3">
    <a href={children} className="link font-mono text-sm wrap-anywhere">
      {children}
    </a>
  </p>
);

interface FactsProps {
  readonly caption: string;
  readonly head: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}

const Facts = ({ caption, head, rows }: FactsProps) => (
  <div className="table-region">
    <table className="data-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, meaning]) => (
          <tr key={name}>
            <th scope="row">
              <code className="font-mono text-sm sm:whitespace-nowrap">{name}</code>
            </th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
