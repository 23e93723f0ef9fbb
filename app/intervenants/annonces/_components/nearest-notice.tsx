import { Alert } from "@/components/ui/alert";
import type { NearestWords } from "@/lib/trainers/ads/search-ads";

/** No ad holds the words typed: says what is shown instead (EI-10). */
export const NearestNotice = ({ typed, nearest: { kind, words } }: { readonly typed: string; readonly nearest: NearestWords }) => (
  <div className="mb-6">
    <Alert tone="info" title={`Aucune annonce ne contient « ${typed} ».`}>
      <p>{kind === "corrected" ? `Voici celles qui contiennent « ${words} ».` : "Voici celles qui contiennent une partie de ces mots."}</p>
    </Alert>
  </div>
);
