/** What somebody does, and teaches: the matter of a plausible CV. */
export interface Career {
  readonly subSpecialty: string;
  readonly jobTitle: string;
  readonly expertise: string;
  readonly missions: string;
  readonly taught: string;
  readonly diploma: string;
}

export const careers: readonly [Career, ...Career[]] = [
  {
    subSpecialty: "A1B",
    jobTitle: "Directrice ou directeur des services techniques",
    expertise: "Management d’équipes de terrain",
    missions: "Encadrement de soixante agents, organisation des astreintes, entretiens annuels et prévention des conflits.",
    taught: "Prendre son premier poste d’encadrement",
    diploma: "Master Management des organisations publiques",
  },
  {
    subSpecialty: "A2A",
    jobTitle: "Responsable des affaires juridiques",
    expertise: "Sécurité juridique des actes",
    missions: "Conseil aux services, relecture des délibérations, suivi du contrôle de légalité et du contentieux.",
    taught: "Rédiger et sécuriser les actes d’une commune",
    diploma: "Master Droit public des affaires",
  },
  {
    subSpecialty: "A2F",
    jobTitle: "Déléguée ou délégué à la protection des données",
    expertise: "Protection des données dans les petites collectivités",
    missions: "Registre des traitements de quarante communes, analyses d’impact, réponses aux demandes d’accès.",
    taught: "Tenir le registre des traitements",
    diploma: "Diplôme universitaire Protection des données",
  },
  {
    subSpecialty: "A3A",
    jobTitle: "Responsable des finances",
    expertise: "Élaboration budgétaire et nomenclature M57",
    missions: "Préparation du budget, exécution, clôture des comptes, dialogue de gestion avec les services.",
    taught: "Élaborer un budget communal",
    diploma: "Master Finances et fiscalité locales",
  },
  {
    subSpecialty: "A4A",
    jobTitle: "Gestionnaire des carrières et de la paie",
    expertise: "Statut de la fonction publique territoriale",
    missions: "Carrières et paie de huit cents agents, dossiers de retraite, régime indemnitaire.",
    taught: "Les bases du statut et de la paie",
    diploma: "Licence professionnelle Ressources humaines",
  },
  {
    subSpecialty: "A5A",
    jobTitle: "Acheteuse ou acheteur public",
    expertise: "Procédures adaptées et négociation",
    missions: "Rédaction des pièces de marchés, analyse des offres, sourçage et clauses sociales.",
    taught: "Conduire un marché à procédure adaptée",
    diploma: "Master Droit de la commande publique",
  },
  {
    subSpecialty: "A6C",
    jobTitle: "Chargée ou chargé de communication éditoriale",
    expertise: "Écriture claire et rédaction pour l’écran",
    missions: "Magazine municipal, lettres d’information, réécriture des courriers types en langage clair.",
    taught: "Écrire clairement aux usagers",
    diploma: "Master Information et communication",
  },
  {
    subSpecialty: "A7C",
    jobTitle: "Responsable de la sécurité des systèmes d’information",
    expertise: "Sensibilisation et gestion de crise numérique",
    missions: "Politique de sécurité, exercices d’hameçonnage, plan de reprise après une attaque par rançongiciel.",
    taught: "Réagir à une attaque informatique",
    diploma: "Diplôme d’ingénieur en informatique",
  },
  {
    subSpecialty: "B1B",
    jobTitle: "Responsable du service état civil",
    expertise: "État civil et filiation",
    missions: "Tenue des registres, instruction des dossiers de mariage et de nom, formation des agents d’accueil.",
    taught: "État civil : les actes courants",
    diploma: "Licence de droit",
  },
  {
    subSpecialty: "B2C",
    jobTitle: "Cadre de santé en établissement",
    expertise: "Accompagnement des troubles de la mémoire",
    missions: "Coordination des équipes soignantes, projets d’accompagnement, lien avec les familles.",
    taught: "Accompagner une personne désorientée",
    diploma: "Diplôme de cadre de santé",
  },
  {
    subSpecialty: "B6B",
    jobTitle: "Éducatrice ou éducateur de jeunes enfants",
    expertise: "Accueil du jeune enfant et communication avec les parents",
    missions: "Direction d’un multi-accueil de quarante places, projet pédagogique, analyse des pratiques.",
    taught: "Accueillir le jeune enfant et sa famille",
    diploma: "Diplôme d’État d’éducateur de jeunes enfants",
  },
  {
    subSpecialty: "B7C",
    jobTitle: "Cheffe ou chef de cuisine centrale",
    expertise: "Hygiène alimentaire et plan de maîtrise sanitaire",
    missions: "Production de mille deux cents repas par jour, plan de maîtrise sanitaire, approvisionnement local.",
    taught: "Hygiène et sécurité en restauration collective",
    diploma: "Brevet professionnel Arts de la cuisine",
  },
  {
    subSpecialty: "C1B",
    jobTitle: "Directrice ou directeur de médiathèque",
    expertise: "Médiation numérique en bibliothèque",
    missions: "Projet culturel d’un réseau de six bibliothèques, ateliers numériques, accueil des scolaires.",
    taught: "Animer un atelier numérique en médiathèque",
    diploma: "Master Métiers du livre",
  },
  {
    subSpecialty: "D1B",
    jobTitle: "Instructrice ou instructeur du droit des sols",
    expertise: "Instruction des autorisations d’urbanisme",
    missions: "Instruction de quatre cents dossiers par an pour douze communes, contentieux, conformité.",
    taught: "Instruire un permis de construire",
    diploma: "Master Urbanisme et aménagement",
  },
  {
    subSpecialty: "E2B",
    jobTitle: "Économe de flux",
    expertise: "Sobriété énergétique des bâtiments publics",
    missions: "Suivi des consommations de quatre-vingts bâtiments, décret tertiaire, contrats d’exploitation.",
    taught: "Réduire les consommations d’énergie d’un patrimoine",
    diploma: "Diplôme d’ingénieur en génie climatique",
  },
  {
    subSpecialty: "E5D",
    jobTitle: "Responsable des espaces verts",
    expertise: "Gestion différenciée et sol vivant",
    missions: "Plan de gestion de cent vingt hectares, suppression des pesticides, encadrement de vingt jardiniers.",
    taught: "Désherber autrement",
    diploma: "Brevet de technicien supérieur Aménagements paysagers",
  },
  {
    subSpecialty: "F1B",
    jobTitle: "Cheffe ou chef de service de police municipale",
    expertise: "Procédure pénale et gestes techniques d’intervention",
    missions: "Commandement de dix-huit agents, coordination avec la gendarmerie, tranquillité publique.",
    taught: "Actualité juridique de la police municipale",
    diploma: "Licence de droit",
  },
  {
    subSpecialty: "F4C",
    jobTitle: "Psychologue du travail",
    expertise: "Prévention des risques psychosociaux",
    missions: "Diagnostics, groupes de parole, accompagnement des collectifs après un événement grave.",
    taught: "Repérer et prévenir l’épuisement professionnel",
    diploma: "Master Psychologie du travail",
  },
];

/** First names with their civility, and last names: put together, nobody in particular. */
export const firstNames = [
  ["mme", "Anaïs"],
  ["m", "Bruno"],
  ["mme", "Chloé"],
  ["m", "Driss"],
  ["mme", "Élodie"],
  ["m", "Fabrice"],
  ["mme", "Gaëlle"],
  ["m", "Hugo"],
  ["mme", "Isabelle"],
  ["m", "Julien"],
  ["mme", "Khadija"],
  ["m", "Laurent"],
  ["mme", "Mélanie"],
  ["m", "Nicolas"],
  ["mme", "Océane"],
  ["m", "Pascal"],
  ["mme", "Raphaëlle"],
  ["m", "Samir"],
  ["mme", "Valérie"],
  ["m", "Yann"],
  ["mme", "Zoé"],
  ["m", "Étienne"],
  ["mme", "Aurore"],
] as const;

export const lastNames = [
  "Aubert",
  "Baudry",
  "Chevallier",
  "Da Silva",
  "Etchegaray",
  "Fontaine",
  "Guérin",
  "Hamidi",
  "Jacquot",
  "Kowalski",
  "Le Bihan",
  "Lefèvre",
  "Maréchal",
  "N’Diaye",
  "Ollivier",
  "Perrin",
  "Quéméner",
  "Rousseau",
  "Schmitt",
  "Tessier",
  "Urbain",
  "Vidal",
  "Weber",
  "Zanetti",
  "Bouvier",
  "Charpentier",
  "Delmas",
  "Fournier",
  "Girard",
] as const;

export const employers = ["Commune", "Communauté de communes", "Département", "Centre communal d’action sociale"] as const;
export const languages = [
  "Anglais",
  "Espagnol",
  "Allemand",
  "Alsacien",
  "Langue des signes française",
  "Portugais",
  "Breton",
  "Arabe",
] as const;

/** What managers write, in the demonstration. */
export const demonstrationRemarks = [
  [
    { block: "work", remark: "Pouvez-vous préciser les dates de votre poste actuel et le nombre d’agents que vous encadrez ?" },
    { block: "specialty", remark: "Dites-nous dans quelle sous-spécialité vous souhaitez intervenir en priorité." },
  ],
  [
    { block: "", remark: "Votre dossier nous intéresse. Il manque seulement un exemple de formation que vous sauriez animer." },
    { block: "education", remark: "Joignez, si vous le pouvez, votre diplôme le plus élevé." },
  ],
] as const;
