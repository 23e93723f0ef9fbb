/** Columns of a file of trainers, and names of the same facts for programs (AD-16). */
export const trainerColumns = [
  { name: "civility", header: "Civilité", required: true },
  { name: "lastName", header: "Nom d’usage", required: true },
  { name: "birthName", header: "Nom de famille" },
  { name: "firstName", header: "Prénom", required: true },
  { name: "bornOn", header: "Date de naissance", required: true },
  { name: "address", header: "Courriel", required: true },
  { name: "phone", header: "Téléphone" },
  { name: "structure", header: "Structure", required: true },
  { name: "immatriculation", header: "Immatriculation" },
] as const;
