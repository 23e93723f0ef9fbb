/** "Le mode d’emploi de l’Espace Intervenants", first version. */
export const userGuide = `L’Espace Intervenants est le lieu où l’établissement et ses intervenants se trouvent, se répondent et préparent leurs interventions. Ce mode d’emploi suit l’ordre dans lequel vous en aurez besoin. Pressé ? Les [tutoriels](/intervenants/documents/tutoriels) vont droit au geste.

## 1. Se repérer

Le menu de gauche mène aux rubriques de l’espace ; sur un téléphone, il s’ouvre avec le bouton **Menu**. En haut à droite se trouvent vos applications et votre compte. En bas de chaque page, **Aide et Contact** dit à qui s’adresser.

Deux sortes d’aide accompagnent les formulaires. Le point d’interrogation, à côté d’un libellé, explique ce que l’on attend ; il s’ouvre d’un clic, d’une pression du doigt ou avec la touche Entrée. **En savoir plus** ouvre une explication plus longue, que l’on ferme avec la touche Échap.

Tout fonctionne au clavier, avec une loupe d’écran ou un lecteur d’écran, et sans JavaScript.

## 2. Avant de s’inscrire

Sans compte, vous pouvez :

- chercher et lire les annonces des structures ;
- lire les actualités, la charte et les conditions d’emploi ;
- trouver la structure de votre région sur la carte des [Informations complémentaires](/intervenants/informations).

L’espace s’adresse aux personnes que l’établissement emploie directement. Si vous représentez un organisme de formation, consultez plutôt nos marchés publics.

## 3. Créer son compte

Choisissez **Remplir un CV en ligne**. Il vous faut une adresse électronique que vous relevez, votre CV à jour, vos diplômes, et une trentaine de minutes pour l’ensemble.

1. Indiquez votre identité et votre date de naissance, telles qu’elles figurent sur votre pièce d’identité.
2. Choisissez un mot de passe d’au moins une majuscule, une minuscule, un chiffre et un caractère spécial, sans votre nom.
3. Ouvrez les trois documents proposés et confirmez que vous en avez pris connaissance.
4. Suivez le lien reçu par courriel dans les sept jours. Passé ce délai, la demande est supprimée, et l’on recommence.

Vous avez déjà un compte pour une autre application ? C’est le même : connectez-vous.

## 4. Remplir son CV

### Identification

Votre identité, votre adresse, vos téléphones, votre statut et votre employeur. Les questions qui ne concernent pas votre statut ne sont pas posées. Indiquez les régions où vous pouvez intervenir, et choisissez votre structure de rattachement : c’est elle qui étudiera votre demande.

### Mon parcours

Les spécialités que vous proposez, votre expérience de formateur ou de formatrice, vos postes, vos diplômes, vos langues. Chaque ligne s’ajoute sur son propre écran, puis vous revenez au formulaire. Les fichiers acceptés sont indiqués à côté du bouton, avec leur taille.

### Enregistrer, puis transmettre

Une page incomplète s’enregistre. Rien n’est perdu si la connexion se coupe ou si la session se termine. Une fois transmise, la demande se lit mais ne se change plus, jusqu’à la décision.

## 5. La réponse à votre demande

- **Validée** : votre profil rejoint la CVthèque des structures, et de nouvelles rubriques apparaissent.
- **Des précisions sont demandées** : les remarques figurent à côté des parties concernées. Corrigez, puis transmettez à nouveau. Sans réponse de votre part pendant deux mois, la demande est archivée ; un courriel vous prévient avant.
- **Refusée** : le motif est donné. Une nouvelle demande est possible un an après.

## 6. Les annonces

La recherche avancée combine des mots, des spécialités, des régions, des départements, une structure et des dates. L’adresse de la page contient votre recherche : gardez-la ou partagez-la.

Pour candidater, il faut un profil validé. Si vous vous inscrivez depuis une annonce, votre candidature est gardée et part d’elle-même à la validation. Elle peut être **envoyée**, **étudiée**, **non retenue** ou **retirée** ; le recrutement lui-même se fait ensuite avec la structure.

Des alertes par courriel peuvent vous prévenir des annonces qui vous correspondent. Chaque courriel contient un lien pour les arrêter.

## 7. Le dossier administratif

Une structure qui souhaite vous faire intervenir vous demande de compléter votre dossier. Il est unique : une pièce déposée sert pour toutes.

1. Ouvrez la rubrique **Mes données et documents** : les blocs demandés sont signalés en rouge.
2. Remplissez-les, déposez les pièces, puis choisissez **Transmettre**.
3. Chaque bloc est validé, ou refusé avec un motif. L’historique figure sous le formulaire.

### Les pièces qui arrivent à échéance

Des courriels vous préviennent avant la fin de validité. Retirez l’ancien fichier avec la croix rouge, chargez le nouveau, puis choisissez **Transmettre** : ce qui était validé reste valable jusqu’à sa date, pendant l’examen. Si votre situation n’a pas changé, un bouton permet de le dire.

### Qui voit vos documents

Les pièces sont chiffrées. Les gestionnaires de toutes les structures et l’administration nationale peuvent ouvrir votre dossier, en indiquant une intervention prévue avec vous ou une autre raison. Chaque consultation est enregistrée : la page **Qui a consulté mes documents** vous dit qui, quand et pourquoi.

## 8. Se connecter, et retrouver ses accès

- **Mot de passe oublié** : le lien est sous le formulaire de connexion. Un courriel vous permet d’en choisir un autre.
- **Adresse changée** : modifiez-la dans Mon Compte ; un courriel part à l’ancienne et à la nouvelle.
- **Plus d’accès ni à l’une ni à l’autre** : écrivez à l’assistance depuis [Aide et contact](/aide).

## 9. Demander de l’aide

Sur la page [Aide et contact](/aide), choisissez l’objet de votre demande et décrivez ce que vous voyez à l’écran. Un numéro lui est donné, et la réponse arrive par courriel. Ne donnez jamais votre mot de passe : personne ne vous le demandera.

## 10. Quitter l’espace, récupérer ses données

**Récupérer mes données** prépare un fichier de tout ce qui vous concerne. **Me désinscrire** ferme votre profil d’intervenant ; votre compte et les autres applications restent. Si une intervention est en cours ou prévue, la désinscription attend qu’elle soit terminée.`;
