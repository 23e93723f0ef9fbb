import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { DataSection } from "@/lib/accounts/data-export/read-my-data";
import { type DataFormat, dataFormats, sectionLabels } from "@/lib/accounts/data-export/vocabulary";
import { duration } from "@/lib/core/format";
import { paths } from "@/lib/core/paths";

interface DownloadPanelProps {
  /** Whether the password was given a short while ago. */
  readonly proved: boolean;
  /** Seconds until the next download of each format; zero when it may be now. */
  readonly waits: Readonly<Record<DataFormat, number>>;
}

const words = {
  page: {
    title: "Une page à lire",
    what: "Un fichier HTML qui s’ouvre dans votre navigateur, même sans connexion, et s’imprime.",
    button: "Télécharger la page",
  },
  json: {
    title: "Un fichier pour un autre service",
    what: "Les mêmes données et leurs identifiants techniques, au format JSON, qu’un autre service sait lire.",
    button: "Télécharger le fichier JSON",
  },
} as const satisfies Record<DataFormat, object>;

/** What the copy holds, then each of its two forms: confirm the password, wait, or download. */
export function DownloadPanel({ proved, waits }: DownloadPanelProps) {
  const sections = Object.keys(sectionLabels) as DataSection[];
  const ready = dataFormats.some((format) => waits[format] === 0);
  return (
    <>
      <p className="measure">La copie contient tout ce que ce service sait de vous&nbsp;:</p>
      <ul className="my-4 grid max-w-3xl list-disc gap-x-8 gap-y-1 pl-5 sm:grid-cols-2">
        {sections.map((section) => (
          <li key={section}>{sectionLabels[section]}</li>
        ))}
      </ul>
      <p className="measure mb-5 text-ink-soft">
        Ni vos mots de passe ni vos codes n’y figurent. Gardez ce fichier en lieu sûr : il ne s’ouvre pas avec un mot de passe.
      </p>
      {ready && !proved && (
        <p className="mb-5">
          <LinkButton href={paths.account.confirmPassword({ retour: paths.account.data })}>
            Confirmer mon mot de passe pour télécharger
          </LinkButton>
        </p>
      )}
      <ul className="grid max-w-3xl gap-4 sm:grid-cols-2">
        {dataFormats.map((format) => (
          <li key={format} data-outlined className="flex flex-col gap-3 rounded-lg border border-line bg-surface-raised p-5">
            <h3 className="text-base">{words[format].title}</h3>
            <p className="flex-1 text-ink-soft">{words[format].what}</p>
            <Format format={format} proved={proved} wait={waits[format]} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface FormatProps {
  readonly format: DataFormat;
  readonly proved: boolean;
  readonly wait: number;
}

function Format({ format, proved, wait }: FormatProps) {
  if (wait > 0) return <p className="font-semibold">Déjà téléchargé. De nouveau possible dans {duration(wait)}.</p>;
  if (!proved) return null;
  return (
    <form method="post" action={paths.api.myData({ format })}>
      <Button type="submit" variant={format === "page" ? "primary" : "secondary"} icon={<Download aria-hidden size={20} />}>
        {words[format].button}
      </Button>
    </form>
  );
}
