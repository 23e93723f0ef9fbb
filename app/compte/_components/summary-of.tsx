import type { AccountSummary } from "@/lib/accounts/identity/read-summary";
import { shownPhone } from "@/lib/accounts/phone/rules";
import { civilityLabels } from "@/lib/accounts/registration/vocabulary";
import { longDate, plural } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";
import type { SummaryRow } from "./summary-rows";

const none = (text: string) => <span className="text-ink-soft">{text}</span>;

export function profileRows({ civility, firstName, lastName, pictureFileId, phone, addresses }: AccountSummary): SummaryRow[] {
  const [main, secondary] = addresses;
  return [
    { label: "Identité", value: `${civilityLabels[civility]} ${firstName} ${lastName}`, href: paths.account.identity, act: "Modifier" },
    {
      label: "Photo",
      value: pictureFileId === null ? none("Aucune photo") : "Photo enregistrée",
      href: paths.account.identityPart("photo"),
      act: pictureFileId === null ? "Ajouter" : "Modifier",
    },
    {
      label: "Téléphone",
      value: phone === null ? none("Aucun numéro") : shownPhone(phone),
      href: paths.account.identityPart("telephone"),
      act: phone === null ? "Ajouter" : "Modifier",
    },
    {
      label: "Adresses",
      value: (
        <>
          <span className="block">{main?.address}</span>
          <span className="block text-ink-soft">
            {secondary === undefined ? "Aucune adresse secondaire" : `${secondary.address} (secondaire)`}
          </span>
        </>
      ),
      href: paths.account.addresses,
      act: "Modifier",
    },
  ];
}

export function securityRows({ passwordChangedAt, factors, sessions }: AccountSummary): SummaryRow[] {
  return [
    { label: "Mot de passe", value: `Changé le ${longDate(passwordChangedAt)}`, href: paths.account.password, act: "Changer" },
    { label: "Second facteur", value: factorsText(factors), href: paths.account.security, act: "Gérer" },
    { label: "Appareils", value: plural(sessions, "appareil connecté", "appareils connectés"), href: paths.account.sessions, act: "Voir" },
  ];
}

function factorsText({ totp, passkeys }: AccountSummary["factors"]) {
  const parts = [
    ...(totp === null ? [] : ["application de codes"]),
    ...(passkeys.length === 0 ? [] : [plural(passkeys.length, "clé d’accès", "clés d’accès")]),
  ];
  return parts.length === 0 ? none("Aucun, pour l’instant") : capital(parts.join(" et "));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export function dataRows({ consents, terms }: AccountSummary): SummaryRow[] {
  const acceptedTerms = terms === 0 ? "" : `, ${plural(terms, "texte accepté", "textes acceptés")}`;
  return [
    {
      label: "Autorisations",
      value:
        consents + terms === 0
          ? none("Aucune, pour l’instant")
          : `${plural(consents, "application autorisée", "applications autorisées")}${acceptedTerms}`,
      href: paths.account.consents,
      act: "Voir",
    },
    { label: "Vos données", value: "Les télécharger, ou fermer votre compte", href: paths.account.data, act: "Voir" },
  ];
}
