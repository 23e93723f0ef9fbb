interface DemonstrationNews {
  /** Days before the day of the seed; negative: scheduled. Null: a draft. */
  readonly age: number | null;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/** News of the demonstration, newest first. */
export const demonstrationNews: readonly DemonstrationNews[] = [
  {
    age: null,
    title: "Journée nationale des intervenants : les inscriptions vont ouvrir",
    summary: "Une journée pour se rencontrer, échanger des pratiques et découvrir de nouveaux outils d’animation.",
    text: `La date et le lieu restent à confirmer.

- matin : trois tables rondes
- après-midi : ateliers au choix`,
  },
  {
    age: -9,
    title: "Fermeture des structures pendant les fêtes",
    summary: "Les structures répondront aux demandes reçues pendant les congés à partir du premier lundi de janvier.",
    text: `La plupart des structures seront fermées entre Noël et le jour de l’an. L’Espace Intervenants reste ouvert : vous pouvez candidater et déposer vos pièces, elles seront étudiées à la reprise.

Une intervention prévue dans les premiers jours de janvier ? Vérifiez avec votre interlocuteur que la lettre de demande vous est bien parvenue.`,
  },
  {
    age: 2,
    title: "Votre dossier administratif se complète désormais en ligne",
    summary:
      "Une seule fois pour toutes les structures : déposez vos pièces, suivez leur validation et voyez qui les a consultées, depuis votre espace.",
    text: `Jusqu’ici, chaque structure vous demandait les mêmes papiers. **Votre dossier est maintenant unique** : une pièce validée par l’une vaut pour toutes.

## Ce qui change pour vous

- Les pièces demandées dépendent de votre situation ; les autres ne sont plus réclamées.
- Une photo nette prise avec votre téléphone suffit.
- Un courriel vous prévient deux mois, puis un mois avant qu’une pièce arrive à échéance.

## Ce qui protège vos données

Les fichiers sont chiffrés avant d’être enregistrés, et l’image de votre pièce d’identité est supprimée une fois vérifiée. Chaque consultation est inscrite, avec son motif : vous pouvez en lire la liste.

Le [mode d’emploi](/intervenants/documents/mode-d-emploi) décrit chaque étape.`,
  },
  {
    age: 16,
    title: "Changement de situation : pensez à le signaler",
    summary:
      "Nouvel employeur, départ à la retraite, changement de banque ou d’adresse : dites-le avant votre prochaine intervention, pour être payé sans retard.",
    text: `Un dossier qui ne correspond plus à votre situation bloque le paiement. Signalez sans attendre :

- un changement d’employeur, de position ou de temps de travail ;
- un départ à la retraite ;
- une nouvelle adresse ou de nouvelles coordonnées bancaires.

Vous recevez un courriel pour un changement que vous n’avez pas demandé ? Prévenez l’assistance depuis la page [Aide et contact](/aide).`,
  },
  {
    age: 38,
    title: "Frais de déplacement : une demande plus simple",
    summary: "Le formulaire tient désormais sur une page. Le train en seconde classe reste le moyen à préférer.",
    text: `La [demande de remboursement](/intervenants/documents/frais-de-deplacement) a été revue avec des intervenantes et des intervenants :

1. une seule demande par intervention ;
2. les trajets, les repas et les nuitées sur la même page ;
3. les justificatifs listés à la fin.

Pour la voiture personnelle, demandez l’accord de la structure **avant** le départ.`,
  },
  {
    age: 71,
    title: "Des alertes pour les annonces qui vous ressemblent",
    summary: "Choisissez vos spécialités et vos régions : un courriel vous prévient dès qu’une annonce correspond.",
    text: `Les structures publient chaque semaine de nouvelles annonces. Pour ne pas manquer celles qui vous concernent, indiquez vos spécialités et vos régions dans votre parcours, puis choisissez de recevoir les alertes.

Vous recevez *un seul courriel par annonce*, et chacun contient un lien pour arrêter.

En attendant, la [recherche d’annonces](/intervenants/annonces) est ouverte à toutes et à tous.`,
  },
  {
    age: 120,
    title: "Former autrement : animer une classe à distance",
    summary: "Rythme, échanges, supports : quelques repères issus de l’expérience de nos intervenants.",
    text: `Une journée à distance ne se construit pas comme une journée en salle.

## Trois repères

1. **Des séquences courtes.** Vingt minutes d’apport, puis une activité : sondage, étude de cas en sous-groupes, exercice à plusieurs mains.
2. **Des consignes écrites.** Elles restent à l’écran pendant toute l’activité.
3. **Une voix pour tout le monde.** Un tour de table au début, un autre à la fin, et la possibilité d’écrire pour qui n’ose pas parler.

## Côté technique

Connectez-vous une demi-heure avant, avec un casque, et gardez un numéro de téléphone à donner à qui ne parvient pas à entrer.`,
  },
];
