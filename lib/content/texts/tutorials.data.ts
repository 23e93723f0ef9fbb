/** "Les tutoriels", first version. */
export const tutorials = `Chaque tutoriel tient en quelques étapes. Le [mode d’emploi](/intervenants/documents/mode-d-emploi) explique le reste.

## Créer son compte et déposer son CV

1. Sur l’accueil de l’Espace Intervenants, choisissez **Remplir un CV en ligne**.
2. Ouvrez la charte, les conditions d’emploi et les mentions légales, puis cochez que vous en avez pris connaissance.
3. Remplissez le formulaire et choisissez un mot de passe. Les règles à respecter se cochent à mesure que vous tapez.
4. Ouvrez le courriel reçu et suivez son lien : il est valable sept jours. Rien n’arrive ? Regardez dans les courriers indésirables, ou redemandez-le.
5. Confirmez, connectez-vous : la première page de votre CV s’ouvre.

## Remplir son CV sans rien perdre

1. Ce que vous écrivez est enregistré à mesure. Le bouton **Enregistrer** garde aussi une page incomplète.
2. Les champs suivis d’une étoile sont nécessaires pour transmettre, pas pour enregistrer.
3. Une réponse à corriger ? La liste en haut de la page mène à chaque champ.
4. Vous pouvez fermer, changer d’appareil et reprendre plus tard.
5. Quand tout est prêt, choisissez **Enregistrer et transmettre ma demande d’inscription**. Un courriel vous dira la suite.

## Trouver une annonce

1. Sur l’accueil, choisissez une région et une spécialité, puis **Rechercher**.
2. Pour aller plus loin, ouvrez la **Recherche avancée** : mots, département, structure, dates, date limite. Les critères s’ajoutent.
3. Gardez l’adresse de la page dans vos favoris : elle contient votre recherche.
4. Vous connaissez le numéro de l’annonce ? Tapez-le dans la zone de recherche.

## Répondre à une annonce

1. Ouvrez l’annonce, lisez le profil recherché et les dates, puis choisissez **Candidater**.
2. Ajoutez quelques lignes : ce que vous avez déjà animé, ce qui vous motive.
3. Suivez votre réponse dans **Mes réponses aux annonces**. Vous pouvez la retirer tant qu’elle n’est pas étudiée.

## Photographier une pièce avec son téléphone

1. Posez le document à plat, sur un fond sombre, à la lumière du jour et sans flash.
2. Cadrez les quatre coins ; vérifiez que chaque ligne se lit.
3. Dans votre dossier, choisissez la pièce, puis **Choisir un fichier** : votre téléphone propose de prendre la photo.
4. Une pièce à deux faces se dépose en deux fichiers, le recto puis le verso.

## Protéger son compte

1. Dans **Mon Compte**, rubrique **Sécurité**, ajoutez une clé d’accès ou une application d’authentification.
2. Gardez les codes de secours ailleurs que sur votre téléphone.
3. Dans **Mes sessions**, terminez celles que vous ne reconnaissez pas.`;
