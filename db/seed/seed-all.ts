import { disconnect } from "@/db/client";
import { isDemonstration } from "@/lib/core/env";
import { systemCtx } from "@/lib/core/system-ctx";
import { seedDemonstration } from "./demonstration";
import { seedDemonstrationAds } from "./demonstration-ads";
import { seedReferences } from "./reference-data";

/** Loads what a new database lacks: reference data always, demonstration people and ads in demonstration mode. Safe to run again. */
export async function seedAll(say: (text: string) => void): Promise<void> {
  const ctx = systemCtx("seed");
  try {
    if (await seedReferences(ctx)) say("Reference data loaded.");
    if (isDemonstration() && (await seedDemonstration(ctx))) say("Demonstration accounts created.");
    if (isDemonstration() && (await seedDemonstrationAds(ctx))) say("Demonstration ads created.");
  } finally {
    await disconnect();
  }
}
