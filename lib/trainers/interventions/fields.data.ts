/** Columns of a file of interventions (AD-08). */
export const interventionColumns = [
  { name: "structure", header: "Structure", required: true },
  { name: "reference", header: "Référence", required: true },
  { name: "trainer", header: "Intervenant", required: true },
  { name: "title", header: "Intitulé", required: true },
  { name: "startsOn", header: "Début", required: true },
  { name: "endsOn", header: "Fin", required: true },
  { name: "hours", header: "Heures" },
] as const;
