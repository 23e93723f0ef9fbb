import type { AdTopic } from "./ad-topic";

/** Subjects of the families A and B: management and resources, citizens and solidarity. */
export const adTopicsA = [
  {
    subSpecialties: ["A1B"],
    title: "Prendre son premier poste d’encadrement",
    otherTitle: "Devenir responsable d’équipe : les fondamentaux de l’encadrement de proximité",
    description:
      "Parcours destiné aux agents qui encadrent une équipe depuis moins d’un an. L’intervenant traitera de la posture de chef d’équipe, de l’organisation du travail, de la conduite d’un entretien et du recadrage. Les participants arrivent avec une situation vécue, reprise en groupe au second module. Un livret de mise en pratique est attendu entre les deux sessions.",
    profileSought:
      "Cadre ou consultant ayant encadré une équipe d’agents de terrain pendant au moins cinq ans. Pratique du codéveloppement appréciée.",
    context: "En présentiel, groupe de quinze personnes au plus. Les supports existants peuvent être adaptés.",
    audience: "Chefs d’équipe et responsables de service nouvellement nommés",
    duration: "5 jours, deux sessions de 3 et 2 jours",
  },
  {
    subSpecialties: ["A1G", "A1F"],
    title: "Animer une démarche d’innovation publique avec les usagers",
    otherTitle: "Concevoir un service public à partir de ses usages",
    description:
      "Nous recherchons une personne capable de faire vivre une démarche complète : enquête de terrain, idéation, prototype, test auprès des habitants. La formation s’appuie sur un cas apporté par une collectivité du groupe. L’évaluation de ce qui a été testé fait partie du programme.",
    profileSought: "Designer de service ou chargé d’innovation ayant conduit au moins trois projets avec une collectivité.",
    context: "Alternance d’ateliers en salle et d’une demi-journée d’immersion sur place.",
    audience: "Chefs de projet, cadres de direction et agents d’accueil volontaires",
    duration: "3 jours",
  },
  {
    subSpecialties: ["A2F"],
    title: "Protection des données personnelles : tenir le registre et répondre aux demandes",
    otherTitle: "Le délégué à la protection des données dans une petite collectivité",
    description:
      "La formation aide les référents à passer des textes à la pratique : tenir le registre des traitements, conduire une analyse d’impact, répondre à une demande d’accès dans le délai, réagir à une violation de données. Chaque participant repart avec une fiche de traitement rédigée.",
    profileSought:
      "Délégué à la protection des données en exercice ou juriste spécialisé, habitué aux communes de moins de 10 000 habitants.",
    context: "À distance, en classe virtuelle, avec deux temps de travail individuel accompagnés.",
    audience: "Délégués à la protection des données, secrétaires généraux de mairie, responsables informatiques",
    duration: "2 jours et une demi-journée à distance",
    remote: true,
  },
  {
    subSpecialties: ["A2C", "A2A"],
    title: "Préparer et sécuriser les séances de l’assemblée délibérante",
    otherTitle: "De la convocation au procès-verbal : la vie d’une délibération",
    description:
      "Ordre du jour, convocation, quorum, vote, conflit d’intérêts, procès-verbal, publicité et transmission des actes : l’intervenant déroule le calendrier d’une séance à partir de documents réels. Une place est faite aux nouvelles règles de publicité des actes et aux erreurs qui font annuler une délibération.",
    profileSought: "Juriste territorial, directeur des affaires juridiques ou responsable d’un secrétariat des assemblées.",
    context: "En présentiel. Un questionnaire de recueil des besoins est envoyé aux inscrits trois semaines avant.",
    audience: "Secrétaires généraux de mairie, gestionnaires des assemblées",
    duration: "2 jours",
  },
  {
    subSpecialties: ["A3A"],
    title: "Construire le budget d’une commune en M57",
    otherTitle: "La préparation budgétaire pas à pas",
    description:
      "L’intervenant accompagne le groupe du débat d’orientation au vote : équilibre des sections, opérations d’ordre, autorisations de programme, affectation du résultat. Les exercices se font sur la maquette d’une commune fictive de 3 500 habitants. La lecture du compte financier unique est attendue en fin de parcours.",
    profileSought: "Responsable des finances en poste ou récemment retiré, à l’aise avec un public débutant.",
    context: "En présentiel, salle équipée d’ordinateurs. Le support national est fourni et doit être suivi.",
    audience: "Agents des services financiers, secrétaires généraux de mairie",
    duration: "3 jours, deux sessions",
  },
  {
    subSpecialties: ["A3D", "A3F"],
    title: "Analyse financière rétrospective et prospective",
    otherTitle: "Lire les comptes de sa collectivité et construire un scénario à cinq ans",
    description:
      "Savoir calculer et commenter les épargnes, la capacité de désendettement et le fonds de roulement, puis bâtir une prospective sous tableur. Les participants travaillent sur les comptes de leur propre collectivité. On attend de l’intervenant qu’il fasse présenter les résultats comme devant des élus.",
    profileSought:
      "Analyste financier du secteur public local, expert-comptable ou directeur des finances. Maîtrise du tableur indispensable.",
    context: "En présentiel, puis deux heures de suivi individuel à distance.",
    audience: "Directeurs et responsables financiers, contrôleurs de gestion",
    duration: "4 jours, deux sessions de 2 jours",
  },
  {
    subSpecialties: ["A3G"],
    title: "Régisseurs d’avances et de recettes : exercer sans risque",
    otherTitle: "Tenir une régie au quotidien",
    description:
      "Créer, tenir et clore une régie ; encaisser, conserver et reverser les fonds ; préparer un contrôle. Une demi-journée est consacrée à la responsabilité des gestionnaires publics et aux moyens de paiement numériques.",
    profileSought: "Agent des finances publiques ou responsable du suivi des régies d’une collectivité importante.",
    context: "En présentiel, sur plusieurs sites selon les inscriptions.",
    audience: "Régisseurs titulaires, suppléants et mandataires",
    duration: "2 jours",
  },
  {
    subSpecialties: ["A4A"],
    title: "Gérer la carrière et la paie des agents contractuels",
    otherTitle: "Le recrutement et la gestion des contractuels : droits, contrats, fin de contrat",
    description:
      "Cas de recours, rédaction du contrat, congés, rémunération, fin de contrat et allocation de retour à l’emploi. L’intervenant proposera des cas gradués et tiendra compte des dernières évolutions réglementaires. Les modèles d’actes remis doivent pouvoir être repris tels quels.",
    profileSought: "Responsable de la gestion administrative du personnel ou expert statutaire d’un centre de gestion.",
    context: "En présentiel, groupe hétérogène : un temps de mise à niveau à distance est prévu en amont.",
    audience: "Gestionnaires carrière et paie, responsables des ressources humaines",
    duration: "3 jours",
  },
  {
    subSpecialties: ["A4H", "A4G"],
    title: "Accueillir et maintenir dans l’emploi un agent en situation de handicap",
    otherTitle: "Référent handicap : installer sa mission",
    description:
      "Obligations de l’employeur, acteurs et financements, aménagement du poste, accompagnement du collectif de travail. Le programme fait une place aux handicaps invisibles et au retour après un long arrêt. Des témoignages sont bienvenus.",
    profileSought: "Référent handicap, ergonome ou conseiller en évolution professionnelle connaissant la fonction publique territoriale.",
    context: "En présentiel ; salle accessible, supports à fournir dans un format lisible par un lecteur d’écran.",
    audience: "Référents handicap, encadrants, assistants de prévention",
    duration: "2 jours",
  },
  {
    subSpecialties: ["A5E", "A5A"],
    title: "Intégrer des clauses sociales et environnementales dans ses marchés",
    otherTitle: "Acheter responsable : du besoin au suivi du marché",
    description:
      "Définir un besoin sobre, choisir les critères et leur pondération, écrire une clause que l’on saura contrôler. Le travail porte sur les dossiers des participants : restauration, travaux, textile, numérique. Le suivi de l’exécution est traité autant que la rédaction.",
    profileSought: "Acheteur public expérimenté, ayant passé des marchés avec clauses d’insertion et critères environnementaux.",
    context: "En présentiel. Chaque stagiaire transmet un dossier de consultation deux semaines avant la session.",
    audience: "Acheteurs, prescripteurs, juristes de la commande publique",
    duration: "2 jours",
  },
  {
    subSpecialties: ["A6D", "A6C"],
    title: "Écrire pour les réseaux sociaux d’une collectivité",
    otherTitle: "Animer les réseaux sociaux de sa ville : ligne éditoriale, ton, modération",
    description:
      "Choisir ses réseaux, tenir une ligne éditoriale, écrire court et clair, répondre aux commentaires difficiles. Chaque demi-journée se termine par une production relue en groupe. La période préélectorale et l’accessibilité des publications sont abordées.",
    profileSought: "Responsable de communication numérique ou journaliste, avec une expérience récente en collectivité.",
    context: "En présentiel, avec ordinateurs portables. Connexion fournie.",
    audience: "Chargés de communication, responsables éditoriaux, agents polyvalents des petites communes",
    duration: "2 jours",
  },
  {
    subSpecialties: ["A7C"],
    title: "Réagir à une cyberattaque dans une collectivité",
    otherTitle: "Exercice de crise cyber : se préparer avant l’attaque",
    description:
      "La session prend la forme d’un exercice : messagerie bloquée, état civil à l’arrêt, presse au téléphone. Elle amène les participants à écrire leurs premières fiches réflexes et leur plan de continuité. L’intervenant anime l’exercice et conduit le retour d’expérience.",
    profileSought: "Responsable de la sécurité des systèmes d’information ou consultant ayant vécu une gestion de crise réelle.",
    context: "En présentiel, deux animateurs par session. Scénario à construire avec le conseiller formation.",
    audience: "Directions générales, responsables informatiques, communicants",
    duration: "1 jour",
  },
  {
    subSpecialties: ["A7F", "A1E"],
    title: "L’intelligence artificielle dans les services : usages, limites, règles",
    otherTitle: "Premiers pas avec l’intelligence artificielle générative au travail",
    description:
      "Comprendre ce que font ces outils, les essayer sur des tâches ordinaires, repérer les erreurs et les biais, savoir ce que l’on ne doit jamais y saisir. Le groupe rédige une charte d’usage d’une page. Aucune connaissance technique n’est demandée.",
    profileSought: "Formateur au numérique ou spécialiste de la donnée, pédagogue, indépendant de tout éditeur.",
    context: "À distance, groupes de douze. La plateforme de classe virtuelle est celle de la structure.",
    audience: "Tous les agents, en particulier les assistants et les chargés de mission",
    duration: "Une demi-journée à distance",
    remote: true,
  },
  {
    subSpecialties: ["A8D", "A8B"],
    title: "Monter un projet transfrontalier et le faire financer",
    otherTitle: "Coopérer de part et d’autre de la frontière : cadre, partenaires, financements",
    description:
      "Trouver un partenaire, s’accorder sur un cadre juridique, construire un plan de financement européen et tenir ses comptes. Une journée réunit des agents des deux côtés de la frontière autour d’un projet commun. L’intervenant facilite les échanges entre des administrations qui travaillent différemment.",
    profileSought: "Chargé de coopération ou gestionnaire de fonds européens, à l’aise dans la langue du pays voisin.",
    context: "En présentiel, une partie du groupe venant du pays voisin.",
    audience: "Chargés de mission Europe, développeurs territoriaux, agents des collectivités partenaires",
    duration: "3 jours",
    regions: ["44", "32", "84", "76", "75", "93"],
    abroad: true,
  },
  {
    subSpecialties: ["A9B", "A9C"],
    title: "Retrouver le goût d’écrire et de compter",
    otherTitle: "Remise à niveau en français et en calcul pour les agents techniques",
    description:
      "Atelier au long cours pour des agents en difficulté avec l’écrit. Les activités partent du travail : consignes, bons de commande, planning, message au responsable. L’intervenant positionne chaque personne au départ et note les progrès avec elle. Bienveillance et discrétion sont essentielles.",
    profileSought: "Formateur en lutte contre l’illettrisme, connaissant le cadre des compétences de base au travail.",
    context: "En présentiel, au plus près des lieux de travail, groupes de huit.",
    audience: "Agents des services techniques, de la restauration et de l’entretien",
    duration: "15 jours, à raison d’un jour par semaine",
    atLeastDays: 105,
  },
  {
    subSpecialties: ["A9G"],
    title: "Préparation au concours de rédacteur : la note et l’oral",
    otherTitle: "Concours de la filière administrative : s’entraîner à l’épreuve écrite",
    description:
      "Méthode de la note, devoirs sur table corrigés, simulations d’entretien avec le jury. Quatre copies par candidat sont à corriger entre les séances, dans un délai de dix jours. Le barème et les sujets des années passées sont fournis.",
    profileSought: "Attaché ou rédacteur principal ayant déjà corrigé ou siégé dans un jury.",
    context: "Mixte : séances en présentiel le mercredi, corrections rendues à distance.",
    audience: "Agents inscrits à la préparation aux concours",
    duration: "8 jours sur quatre mois",
    atLeastDays: 115,
  },
  {
    subSpecialties: ["B1B"],
    title: "État civil : naissances, reconnaissances, filiation",
    otherTitle: "Les actes de l’état civil, niveau de base",
    description:
      "Recevoir une déclaration, dresser l’acte, apposer une mention, délivrer une copie. Les situations étrangères et le changement de prénom ou de nom sont traités par des cas. Un quiz ouvre et ferme chaque demi-journée.",
    profileSought: "Officier de l’état civil délégué ou responsable d’un service de population.",
    context: "En présentiel, dix-huit participants au plus.",
    audience: "Agents d’état civil et d’accueil, secrétaires généraux de mairie",
    duration: "3 jours",
  },
  {
    subSpecialties: ["B1E", "F2D"],
    title: "Accueillir un public en difficulté ou agressif",
    otherTitle: "Garder une relation apaisée au guichet",
    description:
      "Écouter, reformuler, poser une limite, passer le relais. Beaucoup de mises en situation, filmées avec l’accord des stagiaires. La formation aide aussi l’équipe à se parler après un incident.",
    profileSought: "Formateur en relation d’usagers, comédien formateur ou psychologue du travail.",
    context: "En présentiel, possible dans les locaux d’une collectivité pour un groupe constitué.",
    audience: "Agents d’accueil des mairies, des centres d’action sociale et des médiathèques",
    duration: "2 jours",
  },
  {
    subSpecialties: ["B2E", "B2B"],
    title: "Accompagner à domicile une personne atteinte de la maladie d’Alzheimer",
    otherTitle: "Maladies neurodégénératives : adapter son accompagnement au quotidien",
    description:
      "Comprendre la maladie, ajuster la communication, prévenir les refus de soin, repérer l’épuisement des proches. L’intervenant partira des situations rencontrées par les aides à domicile. Les gestes de la toilette et du repas sont travaillés en atelier.",
    profileSought: "Infirmier, psychologue, ergothérapeute ou assistant de soins en gérontologie, avec une pratique du domicile.",
    context: "En présentiel, horaires aménagés : de 9 h à 15 h 30.",
    audience: "Aides à domicile, auxiliaires de vie, responsables de secteur",
    duration: "3 jours",
  },
  {
    subSpecialties: ["B3E", "B3A"],
    title: "Recueillir et évaluer une information préoccupante",
    otherTitle: "Évaluer la situation d’un enfant en danger ou en risque de danger",
    description:
      "Du premier appel au rapport remis : cadre légal, référentiel national d’évaluation, entretien avec l’enfant et ses parents, écrit professionnel. Deux intervenants se partagent la session, l’un pour le droit, l’autre pour la pratique. Les écrits des participants servent de matière, rendus anonymes.",
    profileSought: "Cadre ou travailleur social de la protection de l’enfance ; juriste ou magistrat pour la partie juridique.",
    context: "En présentiel, travail en équipes pluridisciplinaires.",
    audience: "Assistants sociaux, éducateurs, puéricultrices, cadres de l’aide sociale à l’enfance",
    duration: "5 jours, deux sessions",
  },
  {
    subSpecialties: ["B3C"],
    title: "Formation obligatoire des assistants familiaux : l’enfant et ses liens",
    otherTitle: "Assistants familiaux : attachement, séparation, visites",
    description:
      "Module du parcours de 240 heures consacré aux liens de l’enfant accueilli : attachement, loyautés, droit de visite, retour en famille. On attend des apports simples, des vidéos courtes et beaucoup d’échanges. L’intervenant participe à l’évaluation des stagiaires.",
    profileSought: "Psychologue ou éducateur spécialisé, connaissant le placement familial.",
    context: "En présentiel, promotion de quatorze personnes suivie toute l’année.",
    audience: "Assistants familiaux employés par un département",
    duration: "6 jours, trois sessions de 2 jours",
  },
  {
    subSpecialties: ["B4E"],
    title: "Repérer et accompagner les femmes victimes de violences",
    otherTitle: "Violences conjugales : repérer, écouter, orienter",
    description:
      "Comprendre l’emprise, oser poser la question, recueillir la parole, protéger et orienter vers les partenaires du territoire. Une demi-journée est coanimée avec une association locale. L’intervenant doit savoir accueillir l’émotion que ce sujet provoque dans un groupe.",
    profileSought: "Juriste, psychologue ou travailleur social spécialisé dans l’accompagnement des victimes.",
    context: "En présentiel, en petit groupe ; la confidentialité des échanges est rappelée en ouverture.",
    audience: "Travailleurs sociaux, agents d’accueil, policiers municipaux",
    duration: "2 jours",
  },
  {
    subSpecialties: ["B5B"],
    title: "Premiers secours en santé mentale",
    otherTitle: "Santé mentale : mieux comprendre pour mieux orienter",
    description:
      "Reconnaître les signes d’une souffrance psychique, engager le dialogue, orienter vers un soin. La session suit le programme reconnu au plan national et donne lieu à une attestation. Un lien avec le conseil local de santé mentale est souhaité.",
    profileSought: "Formateur accrédité en premiers secours en santé mentale, soignant ou pair-aidant.",
    context: "En présentiel, seize participants au plus.",
    audience: "Tous les agents en contact avec le public, encadrants",
    duration: "2 jours",
  },
  {
    subSpecialties: ["B6D"],
    title: "ATSEM : trouver sa place auprès de l’enfant, de l’enseignant et des parents",
    otherTitle: "Le métier d’ATSEM : développement de l’enfant et travail en équipe",
    description:
      "Rythmes et besoins de l’enfant de deux à six ans, apprentissage de l’autonomie, gestion d’un conflit, relation avec l’enseignant. La formation alterne apports et ateliers : coin calme, comptines, préparation d’une activité. Une grille d’observation est à remettre aux stagiaires.",
    profileSought: "Éducateur de jeunes enfants, ancien directeur d’école maternelle ou coordinateur d’ATSEM.",
    context: "En présentiel, de préférence pendant les vacances scolaires.",
    audience: "ATSEM et agents des écoles maternelles",
    duration: "3 jours",
  },
  {
    subSpecialties: ["B6G", "B6C"],
    title: "Accueillir un enfant en situation de handicap sur le temps périscolaire",
    otherTitle: "Des accueils de loisirs ouverts à tous les enfants",
    description:
      "Préparer l’arrivée avec la famille, adapter un jeu ou un repas, apaiser une crise, parler du handicap aux autres enfants. L’intervenant apporte des outils concrets, que les équipes pourront fabriquer. Les troubles du comportement sont attendus par la plupart des stagiaires.",
    profileSought: "Éducateur spécialisé, psychomotricien ou directeur d’accueil de loisirs ayant mené un projet inclusif.",
    context: "En présentiel, si possible dans un accueil de loisirs.",
    audience: "Animateurs, directeurs d’accueils, agents de restauration scolaire",
    duration: "2 jours",
  },
  {
    subSpecialties: ["B7D", "B7A"],
    title: "Cuisiner végétarien, local et de saison en restauration collective",
    otherTitle: "Un menu végétarien par semaine : recettes et techniques",
    description:
      "Protéines végétales, cuissons de nuit, textures, présentation : une formation en cuisine, les mains dans les plats. L’intervenant travaille avec l’équipe sur ses propres menus et tient compte du coût de revient. Les recettes sont remises sous forme de fiches pour cent convives.",
    profileSought: "Chef de cuisine en restauration collective, formé à la cuisine végétale.",
    context: "En présentiel, dans la cuisine d’une collectivité mise à disposition. Tenue professionnelle exigée.",
    audience: "Cuisiniers, seconds et chefs de production",
    duration: "2 jours",
  },
] as const satisfies readonly AdTopic[];
