import type { TermsText } from "./terms-text";

/** "Charte d’accès aux données personnelles": what staff commit to before they see other people's data. */
export const gestionTerms202611: TermsText = {
  inForceOn: "2026-11-01",
  sections: [
    {
      title: "1. À qui s’adresse cette charte",
      paragraphs: [
        "Vous allez accéder aux espaces de gestion. Ils contiennent des données personnelles d’agents, d’intervenantes et d’intervenants, et de collectivités : coordonnées, parcours, et parfois pièces d’identité ou coordonnées bancaires.",
        "Cette charte dit ce que vous vous engagez à faire et à ne pas faire. Elle complète la charte informatique de l’établissement et vos obligations de secret et de discrétion professionnels ; elle ne les remplace pas.",
      ],
    },
    {
      title: "2. N’accéder qu’à ce qui est nécessaire",
      items: [
        "Je consulte uniquement les données dont j’ai besoin pour une tâche de ma mission, au moment où j’en ai besoin.",
        "Je ne recherche pas de collègues, de proches ou de personnalités par curiosité, même si l’outil me le permet.",
        "Si mes droits me montrent plus que nécessaire, ou si mes fonctions changent, je le signale pour qu’ils soient corrigés.",
      ],
    },
    {
      title: "3. Protéger les accès",
      items: [
        "Mon compte est personnel : je ne communique à personne mon mot de passe ni mes codes, pas même à l’assistance, qui ne les demande jamais.",
        "J’active un second facteur quand il est demandé et je garde mes codes de secours hors de portée.",
        "Je verrouille mon poste quand je m’en éloigne, et je ne reste pas connecté ou connectée sur un appareil partagé.",
      ],
    },
    {
      title: "4. Ne pas faire sortir les données",
      items: [
        "Je n’exporte, n’imprime et ne copie des données que si une tâche l’exige, en me limitant aux colonnes et aux personnes utiles.",
        "Je garde les fichiers exportés sur les espaces de travail de l’établissement, et je les supprime dès que la tâche est finie.",
        "Je ne transmets pas de données à une personne ou à un organisme qui n’a pas à les connaître, ni par une messagerie personnelle, ni au moyen d’un service en ligne non autorisé, outils d’intelligence artificielle compris.",
        "Je ne photographie pas l’écran et je ne recopie pas de pièce d’identité ni de coordonnées bancaires.",
      ],
    },
    {
      title: "5. Écrire sur les personnes avec mesure",
      paragraphs: [
        "Les commentaires et les motifs que vous saisissez peuvent être lus par la personne concernée, qui a le droit d’en demander une copie. Restez factuel ou factuelle, sans jugement sur la personne, et sans donnée de santé, d’opinion ou de vie privée.",
      ],
    },
    {
      title: "6. Ce qui est enregistré de votre activité",
      paragraphs: [
        "Vos connexions, vos consultations de données sensibles, vos modifications et vos exports sont inscrits dans un journal que personne ne peut modifier : date, action, personne concernée, adresse réseau. Il sert à la sécurité et au traitement des incidents ; il est conservé pendant une durée limitée, fixée par l’administration et d’au moins six mois.",
        "Les personnes concernées peuvent savoir que leurs pièces d’identité, leurs coordonnées bancaires ou leur numéro de sécurité sociale ont été consultés.",
      ],
    },
    {
      title: "7. Signaler sans attendre",
      paragraphs: [
        "Vous avez perdu un appareil, envoyé des données à la mauvaise personne, ou vous remarquez un accès inhabituel ? Prévenez tout de suite l’assistance et le délégué ou la déléguée à la protection des données. L’établissement n’a que 72 heures pour prévenir la CNIL d’une violation de données : signaler vite une erreur est toujours la bonne décision.",
      ],
    },
    {
      title: "8. En cas de manquement",
      paragraphs: [
        "Un manquement à cette charte peut entraîner le retrait immédiat de vos accès et, selon sa gravité, des suites disciplinaires. L’usage des données à d’autres fins que vos missions est aussi puni par la loi (articles 226-16 à 226-24 du code pénal).",
      ],
    },
    {
      title: "9. Vos propres droits",
      paragraphs: [
        "Votre acceptation est enregistrée avec la version de la charte et sa date ; vous pouvez la relire dans Mon Compte, rubrique « Autorisations ». Une nouvelle version vous sera présentée avant votre prochain accès. Vous disposez, sur les données de votre compte, des droits d’accès, de rectification, d’effacement, de limitation et d’opposition : écrivez au délégué ou à la déléguée à la protection des données, ou adressez une réclamation à la CNIL.",
      ],
    },
  ],
};
