/** "La charte des intervenants", first version. */
export const charter = `Former les agents des collectivités est une mission de service public. Elle repose d’abord sur des femmes et des hommes de métier, qui acceptent de transmettre ce qu’ils savent faire. Cette charte dit ce que l’établissement et ses intervenants attendent les uns des autres.

## Des valeurs communes

- **L’égalité.** Chaque agent a droit à la même attention, quels que soient son grade, son métier, son origine ou sa situation de handicap.
- **La laïcité et la neutralité.** Pendant une intervention, l’intervenant participe au service public : il ne manifeste ni convictions religieuses ni opinions politiques.
- **Le respect.** Les propos sexistes, racistes ou humiliants n’ont pas leur place en formation, d’où qu’ils viennent. L’établissement soutient l’intervenant qui les fait cesser.
- **La sobriété.** Les déplacements, les impressions et le matériel sont pensés pour consommer peu.

## Ce à quoi l’établissement s’engage

1. Dire clairement le besoin : le public, les objectifs, la durée, le lieu et les conditions, avant tout engagement.
2. Répondre à chaque candidature et à chaque demande d’inscription, dans les deux sens, avec un motif.
3. Confirmer chaque intervention par une lettre de demande, adressée avant le premier jour.
4. Accueillir l’intervenant : une personne à qui parler, une salle préparée, du matériel en état.
5. Payer dans les délais, et dire où en est le paiement lorsqu’on le demande.
6. Demander une seule fois chaque document, pour toutes les structures, et le protéger : chiffrement, accès limités, consultations enregistrées, durée courte.
7. Communiquer les évaluations des sessions, et proposer de se former à la pédagogie des adultes.

## Ce à quoi l’intervenant s’engage

1. Donner des informations exactes sur son parcours et ses titres, et les tenir à jour.
2. Préparer chaque intervention avec la personne responsable de la formation, et respecter les objectifs fixés ensemble.
3. Choisir des méthodes qui font agir : les agents apprennent à partir de leurs situations de travail.
4. Vérifier ses sources, citer les auteurs, et respecter les droits sur les textes et les images.
5. Rendre les supports lisibles par toutes et tous : contrastes, taille des caractères, textes de remplacement des images.
6. Garder pour soi ce que les agents confient sur leur collectivité, leurs collègues ou eux-mêmes.
7. Ne pas tirer parti d’une intervention pour vendre un produit, une prestation ou un ouvrage.
8. Prévenir sans attendre en cas d’empêchement, pour que les agents ne se déplacent pas pour rien.

## L’intelligence artificielle et les outils en ligne

L’intervenant peut s’en servir pour préparer son travail, à trois conditions : ne leur confier aucune donnée personnelle ni aucun document de l’établissement, vérifier ce qu’ils produisent, et dire aux agents lorsqu’un support en est issu.

## Quand quelque chose ne va pas

On s’en parle d’abord, avec la personne responsable de la formation. Si cela ne suffit pas, l’intervenant peut écrire à sa structure de rattachement depuis la page [Aide et contact](/aide). Un manquement grave ou répété à cette charte peut conduire à ne plus proposer d’interventions ; la décision est motivée, et l’intervenant est entendu avant qu’elle soit prise.`;
