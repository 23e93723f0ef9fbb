/** "Les conditions générales de recrutement et d’emploi des intervenants", first version. */
export const employmentConditions = `Ces conditions s’appliquent aux personnes que l’établissement emploie directement pour des interventions ponctuelles, dites « en régie ». Elles ne concernent pas les organismes de formation, qui relèvent des marchés publics.

## 1. Qui peut intervenir

- Les agents publics, en activité ou en détachement, dans les règles du cumul d’activités.
- Les salariés du secteur privé, si leur contrat de travail ne s’y oppose pas.
- Les travailleurs indépendants, pour une activité d’enseignement distincte de leurs prestations.
- Les personnes retraitées ou sans activité.

L’agent public demande l’autorisation de son employeur lorsque la loi l’exige, **avant** la première intervention. L’enseignement et la formation font partie des activités accessoires qui peuvent être autorisées.

## 2. De l’inscription à la première intervention

1. La personne dépose son CV dans l’Espace Intervenants et choisit une structure de rattachement.
2. La structure étudie la demande. Elle la valide, demande des précisions ou la refuse, avec un motif. Après un refus, une nouvelle demande est possible un an plus tard.
3. Une structure qui souhaite faire intervenir la personne prend contact, puis lui demande de compléter son dossier administratif.
4. Le dossier validé, l’établissement adresse une **lettre de demande** : objet, dates, durée, lieu, rémunération. L’accord de l’intervenant vaut engagement pour cette intervention seulement.

L’inscription n’est pas une promesse d’emploi, et chaque engagement prend fin avec l’intervention.

## 3. Le dossier administratif

Il est unique pour toutes les structures. Selon la situation, il contient une pièce d’identité en cours de validité, l’attestation de sécurité sociale, un relevé d’identité bancaire, une attestation sur l’honneur et, s’il y a lieu, l’arrêté de situation, le contrat de travail ou le titre de pension. Il est revu chaque année. Aucune intervention n’est payée sans dossier complet.

## 4. La rémunération

Elle est fixée par délibération, selon la nature de l’intervention et le niveau attendu, et figure dans la lettre de demande. Elle couvre la préparation, l’animation et l’évaluation. Elle est soumise aux cotisations et à l’impôt dans les conditions du droit commun ; un bulletin de paie est établi.

Une intervention annulée par l’établissement moins de cinq jours ouvrés avant sa date donne lieu à un échange avec la structure sur le travail déjà fait.

## 5. Les frais

Les frais de transport, de repas et d’hébergement sont remboursés selon les règles applicables aux agents publics, sur présentation de la [demande de remboursement](/intervenants/documents/frais-de-deplacement) et des justificatifs.

## 6. Les droits et les devoirs

- L’intervenant est tenu à la neutralité, à la discrétion et au respect de la [charte des intervenants](/intervenants/documents/charte-des-intervenants).
- Il est couvert, pendant l’intervention et les trajets, par le régime des accidents du travail dont il relève.
- Il reste l’auteur de ses supports. Sauf clause contraire de la lettre de demande, l’établissement peut les remettre aux agents formés et les adapter pour les besoins du service public, en citant son nom.
- Il signale tout changement de situation dès qu’il se produit : employeur, position, adresse, coordonnées bancaires.

## 7. La fin des relations

Chacun peut mettre fin à l’inscription à tout moment. Une intervention acceptée est assurée, sauf empêchement justifié. En cas de désaccord, l’intervenant peut saisir la structure, puis l’administration nationale, avant tout recours devant le tribunal administratif.`;
