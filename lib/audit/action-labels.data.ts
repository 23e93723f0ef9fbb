import { dataScopeLabels } from "@/lib/accounts/applications/vocabulary";
import { personStateLabels } from "@/lib/accounts/people/vocabulary";

/** What each action of the audit log is called on screen; the part before the dot is its subject. */
export const actionLabels = {
  "account.create": "Compte créé par la ligne de commande",
  "account.activate": "Compte activé",
  "account.sign_in": "Connexion",
  "account.read": "Fiche d’une personne consultée",
  "account.export": "Liste de personnes exportée",
  "account.close": "Compte fermé par la personne",
  "account.data_downloaded": "Données personnelles téléchargées",
  "account.block": "Compte bloqué",
  "account.unblock": "Compte débloqué",
  "account.identity_changed": "Identité modifiée",
  "account.picture_set": "Photo ajoutée",
  "account.picture_removed": "Photo retirée",
  "account.factor_added": "Second facteur ajouté",
  "account.factor_removed": "Second facteur retiré",
  "account.factors_reset": "Seconds facteurs réinitialisés",
  "account.totp_started": "Ajout d’une application d’authentification commencé",
  "account.passkey_renamed": "Clé d’accès renommée",
  "account.passkey_copied": "Copie suspecte d’une clé d’accès",
  "account.recovery_codes_replaced": "Codes de secours remplacés",
  "address.main_request": "Changement d’adresse demandé",
  "address.main_change": "Adresse principale modifiée",
  "address.main_undo": "Changement d’adresse annulé après coup",
  "address.secondary_request": "Adresse secondaire demandée",
  "address.secondary_prove": "Adresse secondaire confirmée",
  "address.secondary_remove": "Adresse secondaire retirée",
  "address.resend": "Courriel de changement d’adresse redemandé",
  "address.cancel": "Changement d’adresse abandonné",
  "audit.export": "Journal exporté",
  "backup.create": "Sauvegarde faite",
  "backup.restore": "Sauvegarde restaurée",
  "consent.give": "Autorisation donnée à une application",
  "consent.refuse": "Autorisation refusée à une application",
  "consent.unused": "Autorisation terminée faute d’usage",
  "consent.withdraw": "Autorisation retirée à une application",
  "ad.change": "Annonce modifiée",
  "ad.close": "Annonce clôturée",
  "ad.create": "Annonce créée",
  "ad.duplicate": "Annonce dupliquée",
  "ad.publish": "Annonce publiée",
  "entry.refused": "Accès refusé",
  "file.received": "Fichier reçu",
  "file.read": "Fichier consulté",
  "file.infected": "Fichier infecté refusé",
  "file.keys_rewrapped": "Clés des fichiers renouvelées",
  "file.unattached_swept": "Fichiers jamais joints supprimés",
  "job.run_now": "Tâche lancée à la demande",
  "key.rewrap": "Données chiffrées avec la nouvelle clé",
  "mail.read": "Courriel consulté",
  "mail.retry": "Courriel renvoyé",
  "password.change": "Mot de passe modifié",
  "password.reset": "Nouveau mot de passe choisi",
  "password.reset_request": "Nouveau mot de passe demandé",
  "references.import": "Données de référence importées",
  "registration.request": "Inscription demandée",
  "registration.resend": "Courriel d’inscription redemandé",
  "role.grant": "Rôle donné",
  "role.withdraw": "Rôle retiré",
  "session.sign_out": "Déconnexion",
  "session.revoke": "Session terminée à distance",
  "session.revoke_others": "Autres sessions terminées",
  "session.end_all": "Toutes les sessions terminées par l’administration",
  "session.proved_again": "Mot de passe confirmé à nouveau",
  "session.second_factor": "Second facteur vérifié",
  "setting.change": "Paramètre modifié",
  "setting.reset": "Paramètre remis à sa valeur par défaut",
  "terms.accept": "Conditions acceptées",
} as const satisfies Record<string, string>;

export type KnownAction = keyof typeof actionLabels;
const isKnown = (action: string): action is KnownAction => Object.hasOwn(actionLabels, action);

/** French name of an action; one that this version does not know shows its code. */
export const actionLabel = (action: string): string => (isKnown(action) ? actionLabels[action] : action);

/** Headings of the actions, by subject, in the order of the filter. */
export const actionSubjectLabels = {
  account: "Comptes",
  ad: "Annonces",
  registration: "Inscriptions",
  session: "Sessions",
  password: "Mots de passe",
  address: "Adresses",
  role: "Rôles",
  consent: "Autorisations",
  terms: "Conditions",
  file: "Fichiers",
  mail: "Courriels",
  job: "Tâches",
  setting: "Paramètres",
  audit: "Journal",
  references: "Données de référence",
  entry: "Accès",
  backup: "Sauvegardes",
  key: "Clés de chiffrement",
} as const satisfies Record<string, string>;

const isKnownSubject = (subject: string): subject is keyof typeof actionSubjectLabels => Object.hasOwn(actionSubjectLabels, subject);
export const actionSubjectLabel = (subject: string): string => (isKnownSubject(subject) ? actionSubjectLabels[subject] : subject);

/** Names of the facts that lines carry. */
export const detailLabels = {
  action: "Action demandée",
  application: "Application",
  byActor: "Limité à un auteur",
  byPerson: "Limité à une personne",
  bytes: "Taille (octets)",
  document: "Document",
  ended: "Terminées",
  endedSessions: "Sessions terminées",
  entry: "Page ou action",
  factor: "Second facteur",
  fields: "Champs",
  format: "Présentation",
  from: "Avant",
  kind: "Modèle",
  mediaType: "Format",
  mode: "Durée",
  passkeys: "Clés d’accès",
  place: "Emplacement",
  policy: "Droit demandé",
  reason: "Motif",
  role: "Rôle",
  scope: "Limité à",
  scopes: "Données autorisées",
  searched: "Avec une recherche",
  sensitive: "Données sensibles seulement",
  setting: "Paramètre",
  since: "Depuis le",
  state: "État",
  to: "Après",
  totp: "Application d’authentification",
  until: "Jusqu’au",
  version: "Version",
  way: "Moyen",
} as const satisfies Record<string, string>;

export const isKnownDetail = (name: string): name is keyof typeof detailLabels => Object.hasOwn(detailLabels, name);

/** Words for the values of some facts. */
export const detailWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  way: { password: "mot de passe", passkey: "clé d’accès", totp: "application d’authentification", recovery_code: "code de secours" },
  factor: { totp: "application d’authentification", passkey: "clé d’accès" },
  format: { page: "page à lire", json: "fichier JSON" },
  mode: { once: "cette fois", always: "toujours" },
  scopes: dataScopeLabels,
  state: personStateLabels,
  from: { failed: "échec", uncertain: "envoi incertain" },
  policy: {
    visitor: "tout le monde",
    first_factor: "personne connectée",
    signed_in: "personne connectée",
    staff: "gestion",
    administrator: "administration nationale",
    cron: "tâche planifiée",
    metrics: "supervision",
  },
};

/** The parts of the system that act by themselves. */
export const systemActorLabel = (kind: string): string => `Système (${kind})`;
