import type { DocumentKey } from "../vocabulary";
import { charter } from "./charter.data";
import { employmentConditions } from "./employment-conditions.data";
import { honourStatement } from "./honour-statement.data";
import { legalNotices } from "./legal-notices.data";
import { travelExpenses } from "./travel-expenses.data";
import { tutorials } from "./tutorials.data";
import { userGuide } from "./user-guide.data";

/** The day the first versions came into force. */
export const firstDay = "2026-11-01";

/** The first version of each document, in plain characters: nobody can sign up without them. */
export const firstTexts = {
  user_guide: { title: "Mode d’emploi de l’Espace Intervenants", text: userGuide },
  tutorials: { title: "Tutoriels", text: tutorials },
  charter: { title: "Charte des intervenants", text: charter },
  employment_conditions: { title: "Conditions générales de recrutement et d’emploi des intervenants", text: employmentConditions },
  honor_statement_model: { title: "Modèles d’attestations sur l’honneur", text: honourStatement },
  travel_expenses: { title: "Demande de remboursement de frais de déplacement", text: travelExpenses },
  legal_notices: { title: "Mentions légales de l’Espace Intervenants", text: legalNotices },
} as const satisfies Record<Exclude<DocumentKey, "intervenants_terms">, { readonly title: string; readonly text: string }>;
