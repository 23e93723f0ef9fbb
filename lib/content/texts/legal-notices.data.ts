/** "Mentions légales de l’Espace Intervenants", first version. */
export const legalNotices = `Ces mentions complètent, pour l’Espace Intervenants, les [mentions légales du site](/mentions-legales).

## Éditeur

L’Espace Intervenants est édité par l’établissement, dont le nom et l’adresse postale figurent en bas de chaque page.

## Conditions d’utilisation

L’espace est réservé aux personnes qui interviennent, ou souhaitent intervenir, pour l’établissement. Ses règles sont fixées par les [conditions générales d’utilisation](/intervenants/documents/conditions-generales-d-utilisation), à accepter à la première entrée.

## Données personnelles

### Pourquoi elles sont recueillies

Étudier votre inscription et vos candidatures, vous proposer des interventions, préparer vos lettres de demande, payer vos interventions et vos frais. Le traitement relève d’une mission de service public ; le dossier administratif, d’obligations légales.

### Lesquelles

- **Votre profil** : identité, coordonnées, situation professionnelle, parcours, spécialités, disponibilités.
- **Votre dossier** : pièce d’identité, numéro de sécurité sociale, coordonnées bancaires, pièces liées à votre situation.
- **Vos échanges** : candidatures, messages, demandes de support.

### Qui les voit

Votre profil validé est visible des gestionnaires des structures. Votre dossier peut être ouvert par les gestionnaires de toutes les structures et par l’administration nationale, qui disent d’abord pourquoi : une intervention prévue avec vous, ou une autre raison. Chaque consultation est enregistrée ; vous lisez dans votre espace qui, quand et pourquoi.

### Combien de temps

- Une inscription non confirmée est supprimée au bout de sept jours.
- Votre profil est gardé tant que votre compte existe. Fermer le compte l’efface aussitôt, sauf si vous êtes déjà intervenu : vos contrats obligent alors à le garder un temps. Si une demande a déjà été étudiée sans être retenue, une empreinte de vos adresses, sans votre nom, reste jusqu’au jour où une nouvelle demande est possible.
- Les images de votre pièce d’identité et de votre carte vitale sont supprimées après leur validation, au terme d’un délai fixé par l’établissement.
- Les autres pièces et les réponses de votre dossier administratif sont supprimées cinq ans après votre dernière intervention ou le dernier changement de votre dossier ; ce qui a été refusé ou remplacé l’est bien avant, au terme d’un délai fixé par l’établissement. L’établissement peut changer ces délais : ceux qui s’appliquent sont écrits dans votre dossier.

### Vos droits

Vous pouvez consulter, corriger et télécharger vos données depuis votre espace, demander leur effacement, vous opposer à leur usage ou en demander la limitation, en écrivant au délégué ou à la déléguée à la protection des données (adresse dans les [mentions légales du site](/mentions-legales)). Vous pouvez adresser une réclamation à la CNIL.

## Cookies

L’espace n’utilise que ce qui est nécessaire pour vous garder en session. La page [Cookies](/cookies) donne le détail et permet de changer d’avis.

## Accessibilité

Le niveau d’accessibilité de l’espace, et la façon de signaler un obstacle, sont décrits sur la page [Accessibilité](/accessibilite).`;
