/** What the documentation of the open data says; a test holds it against the answer. */
type Facts = readonly (readonly [name: string, meaning: string])[];

export const searchParameters: Facts = [
  ["q", "Des mots, sans égard aux accents ni aux terminaisons, ou le numéro d’une annonce, même clôturée"],
  ["specialite", "Code d’une spécialité : A3. Répétable"],
  ["sousSpecialite", "Code d’une sous-spécialité : A3A. Répétable"],
  ["region", "Code INSEE d’une région : 44. Répétable"],
  ["departement", "Code d’un département : 67, 2A, 974. Répétable"],
  ["structure", "Identifiant d’une structure, comme dans l’adresse d’une recherche. Répétable"],
  ["du", "L’intervention se termine ce jour ou après : 2027-01-31"],
  ["au", "L’intervention commence ce jour ou avant"],
  ["limite", "On peut encore répondre ce jour-là"],
];

export const parameters: Facts = [
  ["total.nombre", "Nombre d’annonces trouvées"],
  ["total.plus", "Vrai quand il y en a davantage que ce nombre : au-delà de 1 000, elles ne sont pas comptées"],
  ["annonces", "Les annonces de cette page"],
  ["suivant", "Adresse de la page suivante, ou null"],
  ["precedent", "Adresse de la page précédente, ou null"],
];

export const answerFields: Facts = [
  ["numero", "Numéro de l’annonce"],
  ["adresse", "Sa page"],
  ["titre", "Titre"],
  ["description", "Description de l’intervention"],
  ["profil", "Profil recherché"],
  ["contexte", "Contexte"],
  ["public", "Public de la formation"],
  ["duree", "Durée, en toutes lettres"],
  ["debut", "Premier jour, ou null si la date est à convenir"],
  ["fin", "Dernier jour, ou null"],
  ["dateLimite", "Dernier jour pour répondre, inclus ; null si l’annonce est sans limite"],
  ["urgent", "Vrai ou faux"],
  ["pays", "Pays où l’intervention a lieu"],
  ["regions", "Codes INSEE des régions ; aucune pour toute la France"],
  ["departements", "Codes des départements"],
  ["lieu", "Précision sur le lieu"],
  ["specialites", "Codes des spécialités"],
  ["sousSpecialites", "Codes des sous-spécialités"],
  ["structure", "Code et nom de la structure qui publie l’annonce"],
  ["publieeLe", "Instant de la publication, en temps universel"],
];
