import { TextLink } from "@/components/ui/text-link";
import { openTo } from "@/lib/accounts/applications/policy";
import { documentFacts } from "@/lib/content/documents/documents.data";
import { documentKeys } from "@/lib/content/vocabulary";
import { paths } from "@/lib/core/paths";
import { page, titled } from "@/lib/entry/page";
import { Article, Bullets, Chapter } from "../_components/article";

export const metadata = titled("Plan du site");

const accountPages = [
  ["Mon compte", paths.account.home],
  ["Mon identité", paths.account.identity],
  ["Mes adresses", paths.account.addresses],
  ["Mon mot de passe", paths.account.password],
  ["Sécurité", paths.account.security],
  ["Mes sessions", paths.account.sessions],
  ["Mes autorisations", paths.account.consents],
  ["Mes données", paths.account.data],
] as const;

const publicPages = [
  ["Accueil", paths.home],
  ["Se connecter", paths.account.signIn()],
  ["Créer un compte", paths.account.signUp()],
  ["Mot de passe oublié", paths.account.forgotten()],
] as const;

const informationPages = [
  ["Aide et contact", paths.legal.help],
  ["Accessibilité", paths.legal.accessibility],
  ["Plan d’accès", paths.legal.access],
  ["Espace Intervenants", paths.trainers.home],
  ["Recherche avancée d’annonces", paths.trainers.ads()],
  ["Annonces en données ouvertes", paths.trainers.openData],
  ["Actualités (Espace Intervenants)", paths.trainers.news()],
  ["Structures par région (Espace Intervenants)", paths.trainers.information()],
  ...documentKeys.map((key) => [documentFacts(key).label, paths.trainers.document(documentFacts(key).slug)] as const),
  ["Mentions légales", paths.legal.notices],
  ["Cookies", paths.legal.cookies],
] as const;

const links = (pages: readonly (readonly [string, string])[]) =>
  pages.map(([label, href]) => (
    <TextLink key={href} href={href}>
      {label}
    </TextLink>
  ));

/** Every page that this person may open. */
export default page({ name: "information.site_map", policy: "visitor" }, (ctx) => {
  const { actor } = ctx;
  const isIn = actor.kind === "account" && actor.secondFactor !== "missing";
  return Promise.resolve(
    <Article title="Plan du site">
      <Chapter title="Entrer">
        <Bullets items={links(publicPages)} />
      </Chapter>
      {isIn && (
        <Chapter title="Mes applications">
          <Bullets items={links(openTo(actor).map(({ name, path }) => [name, path] as const))} />
        </Chapter>
      )}
      {isIn && (
        <Chapter title="Mon compte">
          <Bullets items={links(accountPages)} />
        </Chapter>
      )}
      <Chapter title="Informations">
        <Bullets items={links(informationPages)} />
      </Chapter>
    </Article>,
  );
});
