/** A nature of training that a trainer may wish for. */
export interface TrainingTypeData {
  readonly code: string;
  readonly name: string;
}

/** The seven natures of training (EI-27), in the order of the form. The back office may rename, add and close them later (AD-09). */
export const trainingTypesData: readonly TrainingTypeData[] = [
  { code: "continuing", name: "Formation continue" },
  { code: "exam", name: "Préparation aux concours ou examens" },
  { code: "arms", name: "Formation armement (filière sécurité, police municipale, module juridique)" },
  { code: "refresher", name: "Remise à niveau (formation tremplin)" },
  { code: "statutory", name: "Formation statutaire obligatoire d’intégration avant titularisation" },
  { code: "literacy", name: "Lutte contre l’illettrisme" },
  { code: "initial_security", name: "Formation initiale (filière sécurité, police municipale)" },
];
