/** "Modèles d’attestations sur l’honneur", first version. */
export const honourStatement = `L’attestation sur l’honneur est demandée à toute personne qui intervient, une fois par an. Choisissez le modèle qui correspond à votre situation, recopiez-le ou imprimez cette page, datez, signez, puis déposez-la dans votre dossier administratif.

Faire une fausse attestation est puni par la loi (article 441-7 du code pénal).

## Modèle 1 : agent public

Je soussigné(e) (prénom, nom) …………………………………………, né(e) le …………………… à ……………………, employé(e) par …………………………………………,

atteste sur l’honneur :

- être en position d’activité, et avoir obtenu de mon employeur, lorsqu’elle est exigée, l’autorisation de cumul pour mes interventions ;
- que la durée de l’ensemble de mes activités respecte les limites légales du temps de travail ;
- que les informations de mon dossier sont exactes, et m’engage à signaler tout changement.

Fait à ……………………, le ……………………. Signature :

## Modèle 2 : salarié du secteur privé

Je soussigné(e) (prénom, nom) …………………………………………, né(e) le …………………… à ……………………, salarié(e) de …………………………………………,

atteste sur l’honneur :

- que mon contrat de travail ne m’interdit pas d’intervenir, ou que mon employeur m’y a autorisé(e) ;
- que la durée de l’ensemble de mes activités respecte les limites légales du temps de travail ;
- que les informations de mon dossier sont exactes, et m’engage à signaler tout changement.

Fait à ……………………, le ……………………. Signature :

## Modèle 3 : travailleur indépendant

Je soussigné(e) (prénom, nom) …………………………………………, né(e) le …………………… à ……………………, numéro SIRET ……………………………,

atteste sur l’honneur :

- être à jour de mes déclarations et de mes cotisations sociales ;
- que mes interventions en régie sont distinctes de mon activité indépendante, et ne donnent lieu à aucune facture ;
- que les informations de mon dossier sont exactes, et m’engage à signaler tout changement.

Fait à ……………………, le ……………………. Signature :

## Modèle 4 : personne retraitée ou sans activité

Je soussigné(e) (prénom, nom) …………………………………………, né(e) le …………………… à ……………………,

atteste sur l’honneur :

- n’exercer aucune activité salariée ou indépendante à la date de ce jour ;
- pour les personnes retraitées : avoir pris connaissance des règles de cumul d’un emploi et d’une pension ;
- que les informations de mon dossier sont exactes, et m’engage à signaler tout changement.

Fait à ……………………, le ……………………. Signature :`;
