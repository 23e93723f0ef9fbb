import { Card, Section } from "@/components/ui/card";
import { applicationKeys } from "@/components/shell/shell-types";
import { Sample } from "./sample";

const surfaces = [
  { name: "surface", className: "bg-surface text-ink", use: "le fond des pages" },
  { name: "surface-raised", className: "bg-surface-raised text-ink", use: "les cartes, les champs, le bandeau" },
  { name: "surface-sunken", className: "bg-surface-sunken text-ink", use: "ce qui est survolé ou désactivé" },
  { name: "ink-soft", className: "bg-surface text-ink-soft", use: "les textes d’appoint" },
  { name: "danger", className: "bg-danger-soft text-danger", use: "les erreurs, les actes qui détruisent" },
  { name: "warning", className: "bg-warning-soft text-warning", use: "ce qui demande attention" },
  { name: "success", className: "bg-success-soft text-success", use: "ce qui est fait" },
  { name: "info", className: "bg-info-soft text-info", use: "ce qu’il est bon de savoir" },
] as const;

const applications: Record<(typeof applicationKeys)[number], string> = {
  compte: "Mon Compte",
  communautes: "e-communautés",
  intervenants: "Espace Intervenants",
  inscription: "Inscription en ligne",
  formadist: "Formadist",
  gestion: "Gestion",
};

const scale = [
  { className: "text-3xl font-[650]", name: "3xl", text: "Vos demandes de formation" },
  { className: "text-2xl font-[650]", name: "2xl", text: "Votre dossier administratif" },
  { className: "text-xl font-[650]", name: "xl", text: "Pièces à fournir" },
  { className: "text-lg", name: "lg", text: "Il vous reste trois pièces à transmettre avant le 15 janvier 2027." },
  {
    className: "text-base",
    name: "base (17 px)",
    text: "Chaque consultation de vos coordonnées bancaires laisse une trace que vous pouvez lire.",
  },
  { className: "text-sm text-ink-soft", name: "sm", text: "Formats acceptés : PDF, JPEG ou PNG, 10 Mo au maximum." },
] as const;

export function Foundations() {
  return (
    <Section
      id="fondations"
      title="Fondations"
      lead="Une seule police, une échelle de six tailles, des couleurs nommées d’après leur rôle."
    >
      <Card>
        <Sample title="Couleurs de rôle" note="Contraste d’au moins 4,5:1 pour les textes, en clair comme en sombre.">
          <ul className="grid gap-3 sm:grid-cols-2">
            {surfaces.map(({ name, className, use }) => (
              <li key={name} className={`rounded-md border border-line px-4 py-3 ${className}`}>
                <span className="block font-semibold">{name}</span>
                <span className="block text-sm">{use}</span>
              </li>
            ))}
          </ul>
        </Sample>
        <Sample title="Couleur d’accent de chaque application" note="Même clarté pour toutes : elles forment une famille.">
          <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {applicationKeys.map((key) => (
              <li key={key} data-application={key} className="grid overflow-hidden rounded-md border border-line">
                <span className="bg-accent px-4 py-3 font-semibold text-accent-ink">{applications[key]}</span>
                <span className="bg-accent-soft px-4 py-2 text-sm font-semibold text-accent-strong">{key}</span>
              </li>
            ))}
          </ul>
        </Sample>
        <Sample title="Textes">
          <dl className="space-y-3">
            {scale.map(({ className, name, text }) => (
              <div key={name} className="grid items-baseline gap-x-6 sm:grid-cols-[7rem_minmax(0,1fr)]">
                <dt className="text-sm text-ink-soft">{name}</dt>
                <dd className={className}>{text}</dd>
              </div>
            ))}
          </dl>
        </Sample>
      </Card>
    </Section>
  );
}
