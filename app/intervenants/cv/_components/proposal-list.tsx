import { ActionButton } from "@/components/form/action-button";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/core/paths";
import type { Proposal } from "@/lib/trainers/cv-import/propose";
import { textOf } from "@/lib/trainers/profile/rules";
import { profileFields } from "@/lib/trainers/profile/fields.data";
import { lineTableOf } from "@/lib/trainers/profile/lines.data";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { decideProposalAction } from "../actions";
import { wordsOf } from "@/lib/trainers/profile/rules";

/** A proposal as it is read: what it is about, and its values. */
function describe(proposal: Proposal): { readonly about: string; readonly words: string } {
  if (proposal.kind === "field") return { about: profileFields.get(proposal.field)?.label ?? proposal.field, words: proposal.value };
  const { title, fields } = lineTableOf(proposal.table);
  const words = fields
    .filter(({ name }) => textOf(proposal.answers, name) !== "")
    .map((field) => `${field.label} : ${wordsOf(field, textOf(proposal.answers, field.name), {})}`);
  return { about: title, words: words.join(" · ") };
}

/** What was read of the CV, each to be taken or left (EI-33). */
export function ProposalList({ proposals, answers }: { readonly proposals: readonly Proposal[]; readonly answers: Answers }) {
  if (proposals.length === 0)
    return (
      <div className="space-y-4">
        <p>Il n’y a plus rien à vérifier.</p>
        <LinkButton href={paths.trainers.cvPage("identification")}>Continuer mon CV</LinkButton>
      </div>
    );
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface-raised">
      {proposals.map((proposal) => {
        const { about, words } = describe(proposal);
        const seen = JSON.stringify(proposal);
        const before = proposal.kind === "field" ? textOf(answers, proposal.field) : "";
        return (
          <li key={seen} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 p-4">
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-semibold">{about}</p>
              <p className="break-words">{words}</p>
              {before !== "" && before !== words && <p className="text-sm text-ink-soft">Remplacera&nbsp;: {before}</p>}
            </div>
            <div className="flex flex-wrap gap-2">
              <ActionButton
                action={decideProposalAction}
                fields={{ seen, decision: "take" }}
                size="small"
                label={`Reprendre : ${about}, ${words}`}
              >
                Reprendre
              </ActionButton>
              <ActionButton
                action={decideProposalAction}
                fields={{ seen, decision: "leave" }}
                size="small"
                variant="secondary"
                label={`Écarter : ${about}, ${words}`}
              >
                Écarter
              </ActionButton>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
