import type { TermsText } from "./terms-text";

/** "Conditions générales d’utilisation de l’Espace Intervenants": what a trainer accepts before the first entry. */
export const intervenantsTerms202611: TermsText = {
  inForceOn: "2026-11-01",
  sections: [
    {
      title: "1. À quoi sert l’Espace Intervenants",
      paragraphs: [
        "L’Espace Intervenants met en relation l’établissement et les personnes qui interviennent, ou souhaitent intervenir, dans ses formations. Vous y déposez votre CV, vous y répondez aux annonces de ses structures et vous y tenez votre dossier administratif.",
        "Il s’adresse aux personnes que l’établissement emploie directement, dites « en régie ». Les organismes de formation et les prestataires relèvent des marchés publics et n’ont pas à s’y inscrire.",
      ],
    },
    {
      title: "2. Votre profil",
      items: [
        "J’utilise mon propre compte, pour moi seul ou moi seule, et je ne communique mon mot de passe à personne.",
        "Les informations, les diplômes et les expériences que je déclare sont exacts ; je les corrige dès qu’ils changent.",
        "Je ne dépose que des documents qui me concernent, lisibles et complets.",
      ],
    },
    {
      title: "3. Ce que l’inscription permet, et ce qu’elle ne promet pas",
      paragraphs: [
        "Votre demande d’inscription est étudiée par la structure de rattachement que vous choisissez. Elle peut la valider, vous demander des précisions ou la refuser ; elle vous en donne toujours le motif.",
        "Une inscription validée rend votre profil consultable par les structures de l’établissement. Elle ne vaut ni promesse d’engagement, ni contrat : seule une lettre de demande acceptée vous engage pour une intervention.",
      ],
    },
    {
      title: "4. Répondre aux annonces",
      items: [
        "Je réponds aux annonces qui correspondent à mes compétences et à mes disponibilités.",
        "Si je ne suis plus disponible, je retire ma candidature ou je préviens la structure sans attendre.",
        "J’échange avec les structures dans le respect des personnes ; un message insultant ou étranger à l’objet de l’espace peut être signalé et retiré.",
      ],
    },
    {
      title: "5. Vos données personnelles",
      paragraphs: [
        "L’établissement est responsable du traitement, qui relève de sa mission de service public. Vos données servent à étudier votre inscription et vos candidatures, à préparer vos interventions et à les payer. Elles ne sont ni vendues, ni transmises à des fins commerciales, et aucune décision vous concernant n’est prise par un automate.",
        "Votre CV est lu par les personnes qui recherchent des intervenants dans les structures. Les pièces de votre dossier ne sont lues que par celles qui doivent les vérifier ; elles sont chiffrées, et chaque consultation d’une pièce d’identité, de coordonnées bancaires ou d’un numéro de sécurité sociale est inscrite dans un journal que vous pouvez lire.",
        "Une pièce d’identité est effacée une fois vérifiée ; les autres données sont effacées quand elles ne sont plus utiles, au plus tard après les délais que la loi impose à l’établissement. Vous pouvez à tout moment consulter, corriger et télécharger vos données, demander leur effacement, en limiter l’usage ou vous y opposer : écrivez au délégué ou à la déléguée à la protection des données, ou adressez une réclamation à la CNIL.",
      ],
    },
    {
      title: "6. Sécurité et disponibilité",
      paragraphs: [
        "L’espace est ouvert en permanence, sauf pendant les opérations d’entretien, annoncées lorsqu’elles sont prévues. Un compte qui met en danger le service ou d’autres personnes peut être bloqué ; le motif vous est donné.",
        "Si vous pensez que quelqu’un d’autre utilise votre compte, changez votre mot de passe et prévenez l’assistance : la page « Aide et Contact » figure en bas de chaque page.",
      ],
    },
    {
      title: "7. Quitter l’espace",
      paragraphs: [
        "Vous pouvez demander votre désinscription quand vous le souhaitez. Si des interventions sont en cours ou prévues, elle prend effet après elles ; les pièces que la loi oblige à garder pour la paie et les comptes publics le sont, à l’écart, pendant la durée qu’elle fixe.",
      ],
    },
    {
      title: "8. Nouvelle version de ces conditions",
      paragraphs: [
        "Votre acceptation est enregistrée avec la version et la date ; vous pouvez relire le texte accepté dans Mon Compte, rubrique « Autorisations ». Une nouvelle version vous est présentée avant votre prochain accès.",
        "Ces conditions complètent la charte des intervenants et les conditions générales de recrutement et d’emploi, que vous trouvez sur la page « Informations complémentaires ».",
      ],
    },
  ],
};
