/** Lists that the CV wizard offers (EI-24, EI-27); each value is what is stored. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}
const choices = (...pairs: readonly (readonly [string, string])[]): readonly Choice[] => pairs.map(([value, label]) => ({ value, label }));

export const yesNo = choices(["yes", "Oui"], ["no", "Non"]);
export const civilityChoices = choices(["mme", "Madame"], ["m", "Monsieur"]);
export const workingTimes = choices(["full", "Temps complet"], ["part", "Temps non complet"]);
export const publicServices = choices(
  ["territorial", "Fonction publique territoriale"],
  ["state", "Fonction publique de l’État"],
  ["hospital", "Fonction publique hospitalière"],
);
export const positions = choices(
  ["active", "En activité"],
  ["seconded", "En détachement"],
  ["available", "En disponibilité"],
  ["parental", "En congé parental"],
  ["lent", "Mis ou mise à disposition"],
  ["leave", "En congé de longue durée"],
);
/** What "Sans" covers: only retirement asks for a paper later (EI-62). */
export const withoutWork = choices(["unemployed", "Sans activité"], ["retired", "À la retraite"]);
export const administrativePositions = choices(
  ["trainee", "Stagiaire"],
  ["tenured", "Titulaire"],
  ["fixed_term", "Contrat à durée déterminée"],
  ["permanent", "Contrat à durée indéterminée"],
);
export const audiences = choices(
  ["a", "Agents de catégorie A"],
  ["b", "Agents de catégorie B"],
  ["c", "Agents de catégorie C"],
  ["middle", "Encadrement intermédiaire"],
  ["senior", "Encadrement supérieur"],
  ["expert", "Expert"],
);
export const services = choices(
  ["conference", "Conférence"],
  ["support", "Accompagnement de projet"],
  ["engineering", "Ingénierie de formation"],
  ["sustainable", "Prise en compte du développement durable dans le contenu des formations"],
  ["tutoring", "Tutorat"],
  ["advice", "Conseil en formation"],
  ["documents", "Réalisation de documents pédagogiques"],
  ["other", "Autre prestation complémentaire"],
);
export const methods = choices(
  ["questioning", "Méthode interrogative"],
  ["active", "Méthode active et de découverte"],
  ["demonstration", "Méthode démonstrative"],
  ["lecture", "Méthode expositive"],
  ["cases", "Études de cas et mises en situation"],
  ["remote", "Classe virtuelle et formation à distance"],
);
export const alertChoices = choices(
  ["specialties", "Si la ou les spécialités me concernent"],
  ["regions", "Si la ou les régions sont celles que j’ai choisies"],
  ["both", "Si la ou les spécialités ET la ou les régions me concernent"],
);
export const educationLevels = choices(
  ["below", "Inférieur au baccalauréat"],
  ["bac", "Baccalauréat"],
  ["bac2", "Bac +2"],
  ["bac3", "Bac +3 ou +4"],
  ["bac5", "Bac +5 et plus"],
);
export const trainingNatures = choices(
  ["continuing", "Formation continue"],
  ["initial", "Formation initiale"],
  ["exam", "Préparation à un concours"],
);
export const languageLevels = choices(["", "Non"], ["basic", "Notions"], ["good", "Courant"], ["full", "Bilingue"]);
