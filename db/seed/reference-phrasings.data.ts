import type { PhrasingPurpose } from "@/lib/trainers/review/vocabulary";

/** Sentences that managers start from: kind, precise, and to be completed. */
export const phrasingsData: readonly { readonly purpose: PhrasingPurpose; readonly title: string; readonly body: string }[] = [
  {
    purpose: "correction",
    title: "Préciser les dates et les missions",
    body: "Pourriez-vous préciser, pour vos expériences professionnelles, les dates et les missions exercées ? Elles nous aident à vous proposer aux bons groupes.",
  },
  {
    purpose: "correction",
    title: "Choisir les sous-spécialités",
    body: "Merci d’indiquer les sous-spécialités dans lesquelles vous souhaitez intervenir : nos gestionnaires et les annonces vous trouvent grâce à elles.",
  },
  {
    purpose: "correction",
    title: "Développer la motivation",
    body: "Dites-nous en quelques phrases ce que vous souhaitez transmettre, et à quels agents. L’absence d’expérience de formation n’est pas un obstacle.",
  },
  {
    purpose: "correction",
    title: "Joindre un diplôme ou une habilitation",
    body: "La spécialité que vous demandez suppose une qualification. Merci de joindre le diplôme ou l’habilitation correspondante à la rubrique des formations initiales.",
  },
  {
    purpose: "correction",
    title: "Vérifier l’identité ou les coordonnées",
    body: "Une information de la rubrique « Le formateur ou la formatrice » semble inexacte. Merci de la vérifier avant de transmettre à nouveau votre demande.",
  },
  {
    purpose: "rejection",
    title: "Pas de besoin dans la spécialité",
    body: "Votre parcours est de qualité. Nous n’avons cependant pas de besoin dans la spécialité demandée sur notre territoire pour l’année à venir.",
  },
  {
    purpose: "rejection",
    title: "Expérience du secteur public insuffisante",
    body: "Les formations de cette spécialité demandent une pratique des collectivités territoriales que votre parcours ne montre pas encore. Une nouvelle demande, plus tard, sera étudiée avec attention.",
  },
  {
    purpose: "rejection",
    title: "Qualification réglementaire manquante",
    body: "Cette spécialité est réglementée : elle ne peut être enseignée qu’avec la qualification prévue par les textes, qui ne figure pas dans votre dossier.",
  },
  {
    purpose: "application",
    title: "Une autre personne est retenue",
    body: "Nous vous remercions de votre candidature. Nous avons retenu une personne dont l’expérience est plus proche du sujet de cette formation ; votre profil reste visible de toutes nos structures.",
  },
  {
    purpose: "application",
    title: "Dates incompatibles",
    body: "Vos disponibilités ne correspondent pas aux dates de cette formation. Nous reviendrons vers vous pour une prochaine session.",
  },
  {
    purpose: "application",
    title: "Secteur trop éloigné",
    body: "Cette formation demande une présence fréquente sur place, et nous avons privilégié une personne plus proche du lieu.",
  },
  {
    purpose: "closing",
    title: "Besoin pourvu",
    body: "Le besoin est pourvu : nous remercions toutes les personnes qui ont répondu à cette annonce.",
  },
  {
    purpose: "closing",
    title: "Formation reportée",
    body: "La formation est reportée. Une nouvelle annonce sera publiée quand ses dates seront connues.",
  },
  {
    purpose: "change",
    title: "Justificatif illisible",
    body: "Le justificatif joint n’est pas lisible. Merci de faire une nouvelle demande avec un document complet et net.",
  },
  {
    purpose: "change",
    title: "Justificatif sans rapport",
    body: "Le document joint ne permet pas de vérifier la modification demandée. Merci de joindre une pièce officielle qui la mentionne.",
  },
  {
    purpose: "piece",
    title: "Photo floue ou sombre",
    body: "La photo est floue ou trop sombre : tout ne se lit pas. Pouvez-vous la refaire à la lumière du jour, le document bien à plat, sans reflet et avec ses quatre coins ?",
  },
  {
    purpose: "piece",
    title: "Document expiré",
    body: "Ce document n’est plus valable à la date d’aujourd’hui. Merci de joindre celui qui est en cours de validité, ou le récépissé de votre demande de renouvellement.",
  },
  {
    purpose: "piece",
    title: "Verso manquant",
    body: "Il manque le verso du document. Merci de joindre les deux côtés, chacun à sa place.",
  },
  {
    purpose: "piece",
    title: "Page manquante",
    body: "Le document n’est pas complet : il manque au moins une page. Merci de le joindre en entier, dans un seul fichier.",
  },
  {
    purpose: "piece",
    title: "Nom différent",
    body: "Le nom porté sur ce document n’est pas celui de votre profil. S’il s’agit de votre nom d’usage ou d’un changement de nom, merci de joindre un document qui relie les deux ; sinon, merci de joindre le vôtre.",
  },
  {
    purpose: "piece",
    title: "Autre document attendu",
    body: "Le document joint n’est pas celui qui est demandé ici. Merci de joindre la pièce indiquée sous le titre du bloc.",
  },
  {
    purpose: "piece",
    title: "Dates qui ne correspondent pas",
    body: "Les dates que vous avez saisies ne sont pas celles du document. Merci de les recopier telles qu’elles y sont écrites.",
  },
  {
    purpose: "piece",
    title: "Document non signé",
    body: "Le document n’est pas signé. Merci de le signer, avec la date, puis de le joindre à nouveau.",
  },
];
