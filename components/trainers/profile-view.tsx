import { clsx } from "clsx";
import { FileText } from "lucide-react";
import type { ReactNode } from "react";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { ExternalLink } from "@/components/ui/external-link";
import { paths } from "@/lib/core/paths";
import type { ChoiceSource, FieldSpec } from "@/lib/trainers/profile/field-spec";
import { isRequired, isShown, spoken } from "@/lib/trainers/profile/rules";
import { lineTableOf } from "@/lib/trainers/profile/lines.data";
import type { Answers, LineKind } from "@/lib/trainers/profile/vocabulary";
import { type ProfilePart, profileParts } from "@/lib/trainers/review/parts.data";

/** Names of what was chosen among the references, by code. */
export type ProfileNames = Readonly<Record<ChoiceSource, ReadonlyMap<string, string>>>;

export interface ViewedLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly answers: Answers;
  readonly fileId: string | null;
}

interface Props {
  readonly answers: Answers;
  readonly lines: readonly ViewedLine[];
  readonly names: ProfileNames;
  /** The CV joined as a file. */
  readonly cvFileId?: string | null;
  /** Fields kept from this reader. */
  readonly without?: readonly string[];
  /** What stands beside each part: remarks. */
  readonly beside?: (part: ProfilePart) => ReactNode;
  /** Level of the titles of the parts. */
  readonly heading?: "h2" | "h3";
}

const nothing: readonly string[] = [];

/** A trainer's profile, read: the same for managers and, in the preview, for its owner (EI-33, AD-03). */
export function ProfileView({ answers, lines, names, cvFileId = null, without = nothing, beside, heading: Heading = "h2" }: Props) {
  const shown = profileParts.filter(({ block }) => block?.shown?.(answers) ?? true);
  return (
    <div className="space-y-4">
      {cvFileId !== null && <FileLink fileId={cvFileId}>Ouvrir le CV joint</FileLink>}
      {shown.map((part) => (
        <Part key={part.id} id={part.id} side={beside?.(part) || null}>
          <Heading id={`titre-${part.id}`} className="mb-2 text-lg">
            {part.title}
          </Heading>
          <PartContent part={part} answers={answers} lines={lines} names={names} without={without} />
        </Part>
      ))}
    </div>
  );
}

const sided = "grid gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,3fr)_minmax(17rem,2fr)]";

/** A part of the profile, and what stands beside it: at its right on a wide screen, below on a phone. */
const Part = ({ id, side, children }: { readonly id: string; readonly side: ReactNode; readonly children: ReactNode }) => (
  <section id={id} aria-labelledby={`titre-${id}`} className={clsx("scroll-mt-24", side !== null && sided)}>
    <div data-outlined className="min-w-0 rounded-lg border border-line bg-surface-raised p-4 sm:p-5">
      {children}
    </div>
    {side}
  </section>
);

type ContentProps = Pick<Props, "answers" | "lines" | "names"> & { readonly part: ProfilePart; readonly without: readonly string[] };

function PartContent({ part: { block, table }, answers, lines, names, without }: ContentProps) {
  const facts = block === null ? [] : factsOf(block.fields, { answers, names, without });
  // One just opened and not written yet is nothing to read.
  const own = lines.filter(
    ({ kind, answers: typed, fileId }) => kind === table && (fileId !== null || Object.values(typed).some((one) => one.length > 0)),
  );
  return (
    <>
      {facts.length > 0 && <DefinitionList items={facts} />}
      {table !== null && (own.length > 0 || block === null) && <Lines kind={table} lines={own} names={names} />}
    </>
  );
}

function Lines({ kind, lines, names }: { readonly kind: LineKind; readonly lines: readonly ViewedLine[]; readonly names: ProfileNames }) {
  if (lines.length === 0) return <p className="text-ink-soft">Rien n’est indiqué.</p>;
  const { fields } = lineTableOf(kind);
  return (
    <ul className="space-y-3">
      {lines.map(({ id, answers, fileId }) => (
        <li key={id} className="break-inside-avoid border-l-2 border-line pl-4">
          <DefinitionList items={factsOf(fields, { answers, names, without: nothing }).filter(({ value }) => value !== "")} />
          {fileId !== null && <FileLink fileId={fileId}>Ouvrir le diplôme joint</FileLink>}
        </li>
      ))}
    </ul>
  );
}

const FileLink = ({ fileId, children }: { readonly fileId: string; readonly children: string }) => (
  <p className="print:hidden">
    <a href={paths.api.file(fileId)} className="link inline-flex min-h-11 items-center gap-2">
      <FileText aria-hidden size={18} />
      {children}
    </a>
  </p>
);

interface Given {
  readonly answers: Answers;
  readonly names: ProfileNames;
  readonly without: readonly string[];
}

/** What was asked and answered; a question that was not asked is not shown, an optional one left empty neither. */
export function factsOf(fields: readonly FieldSpec[], { answers, names, without }: Given): Definition[] {
  return fields
    .filter((field) => !without.includes(field.name) && isShown(field, answers))
    .map((field) => ({ field, value: valueOf(field, answers, names) }))
    .filter(({ field, value }) => value !== "" || isRequired(field, answers))
    .map(({ field, value }) => ({ term: field.label, value }));
}

function valueOf(field: FieldSpec, answers: Answers, names: ProfileNames): ReactNode {
  const text = spoken(field, answers[field.name] ?? "", (source, code) => names[source].get(code));
  if (text === "" || field.kind === "box" || field.choices !== undefined || field.source !== undefined) return text;
  if (field.kind === "links") return <Links text={text} />;
  return <span className={clsx("wrap-anywhere", field.kind === "area" && "whitespace-pre-line")}>{text}</span>;
}

/** Addresses that a person wrote: only those that a browser may open safely are links. */
const Links = ({ text }: { readonly text: string }) => (
  <ul>
    {text.split(/\s+/u).map((address) => (
      <li key={address} className="wrap-anywhere">
        {/^https?:\/\//u.test(address) ? <ExternalLink href={address}>{address}</ExternalLink> : address}
      </li>
    ))}
  </ul>
);
