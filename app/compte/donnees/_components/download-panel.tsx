import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { DataSection } from "@/lib/accounts/data-export/read-my-data";
import { sectionLabels } from "@/lib/accounts/data-export/vocabulary";
import { duration } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

interface DownloadPanelProps {
  /** Whether the password was given a short while ago. */
  readonly proved: boolean;
  /** Seconds until the next download; zero when it may be now. */
  readonly wait: number;
}

/** What the file holds, then the one thing to do now: confirm the password, wait, or download. */
export function DownloadPanel({ proved, wait }: DownloadPanelProps) {
  const sections = Object.keys(sectionLabels) as DataSection[];
  return (
    <>
      <p className="measure">
        Vous recevrez un fichier JSON, lisible par vous dans un éditeur de texte et par un autre service. Il contient tout ce que ce service
        sait de vous&nbsp;:
      </p>
      <ul className="my-4 grid max-w-3xl list-disc gap-x-8 gap-y-1 pl-5 sm:grid-cols-2">
        {sections.map((section) => (
          <li key={section}>{sectionLabels[section]}</li>
        ))}
      </ul>
      <p className="measure mb-5 text-ink-soft">
        Ni vos mots de passe ni vos codes n’y figurent. Gardez ce fichier en lieu sûr : il ne s’ouvre pas avec un mot de passe.
      </p>
      {wait > 0 && (
        <p className="measure font-semibold">
          Vous avez téléchargé vos données il y a moins d’un jour. Le prochain téléchargement sera possible dans {duration(wait)}.
        </p>
      )}
      {wait === 0 && !proved && (
        <LinkButton href={paths.account.confirmPassword({ retour: paths.account.data })}>
          Confirmer mon mot de passe pour télécharger
        </LinkButton>
      )}
      {wait === 0 && proved && (
        <form method="post" action={paths.api.myData}>
          <Button type="submit" icon={<Download aria-hidden size={20} />}>
            Télécharger mes données
          </Button>
        </form>
      )}
    </>
  );
}
