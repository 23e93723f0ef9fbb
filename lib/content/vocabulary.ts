/** The documents whose versions are kept, each at an address of its own. */
export const documentKeys = [
  "charter",
  "employment_conditions",
  "legal_notices",
  "user_guide",
  "tutorials",
  "honor_statement_model",
  "travel_expenses",
  "intervenants_terms",
] as const;
export type DocumentKey = (typeof documentKeys)[number];
