import { disconnect } from "@/db/client";
import { isDemonstration } from "@/lib/core/env";
import { systemCtx } from "@/lib/core/system-ctx";
import { seedDemonstration } from "./demonstration";
import { seedDemonstrationAds } from "./demonstration-ads";
import { seedDemonstrationApplications } from "./demonstration-applications";
import { seedDemonstrationDossiers } from "./demonstration-dossiers";
import { seedDemonstrationEmployers } from "./demonstration-employers";
import { seedDemonstrationInterventions } from "./demonstration-interventions";
import { seedDemonstrationNews } from "./demonstration-news";
import { seedDemonstrationTrainers } from "./demonstration-trainers";
import { seedReferences } from "./reference-data";
import { seedDocuments } from "./reference-documents";
import { seedPhrasings } from "./reference-phrasings";

/** Loads what a new database lacks: reference data always, demonstration people and ads in demonstration mode. Safe to run again. */
export async function seedAll(say: (text: string) => void): Promise<void> {
  const ctx = systemCtx("seed");
  try {
    if (await seedReferences(ctx)) say("Reference data loaded.");
    if (await seedDocuments(ctx)) say("Documents of the portal loaded.");
    if (await seedPhrasings(ctx)) say("Phrasings of decisions loaded.");
    if (isDemonstration() && (await seedDemonstration(ctx))) say("Demonstration accounts created.");
    if (isDemonstration() && (await seedDemonstrationEmployers(ctx))) say("Demonstration employers created.");
    if (isDemonstration() && (await seedDemonstrationAds(ctx))) say("Demonstration ads created.");
    if (isDemonstration() && (await seedDemonstrationTrainers(ctx))) say("Demonstration trainers created.");
    if (isDemonstration() && (await seedDemonstrationApplications(ctx))) say("Demonstration applications to ads created.");
    if (isDemonstration() && (await seedDemonstrationInterventions(ctx))) say("Demonstration interventions created.");
    if (isDemonstration() && (await seedDemonstrationDossiers(ctx))) say("Demonstration administrative files created.");
    if (isDemonstration() && (await seedDemonstrationNews(ctx))) say("Demonstration news created.");
  } finally {
    await disconnect();
  }
}
