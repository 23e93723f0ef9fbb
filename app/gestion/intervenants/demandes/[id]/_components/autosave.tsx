"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { use, useEffect, useRef, useState } from "react";
import { ConflictPanel } from "@/components/form/autosave/conflict-panel";
import { fillControl } from "@/components/form/autosave/controls";
import type { Difference } from "@/components/form/autosave/local-copy";
import { FormContext } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import { useHydrated } from "@/components/form/use-hydrated";
import { idle } from "@/lib/core/form-state";
import { partOf, remarkField, type Remarks, remarksTyped, seenAfter, seenField } from "@/lib/trainers/review/fields.data";
import { saveReviewDraftAction } from "../../actions";
import { keepSaving, type SaveState } from "./keep-saving";

interface Props {
  readonly savedAt: string | null;
  /** The remarks as the server has them, by part. */
  readonly written: Remarks;
  readonly titleOf: (part: string) => string;
}

/**
 * Saves the form around it at each pause of whoever writes, and says when; without JavaScript, a button. What another tab
 * wrote meanwhile is shown beside what is typed here, and waits for a choice.
 */
export function Autosave({ savedAt, written, titleOf }: Props) {
  const alive = useHydrated();
  const element = useRef<HTMLDivElement>(null);
  const first = useFirstSeen(written, alive);
  const [conflicts, setConflicts] = useState<readonly Difference[]>([]);
  const [state, setState] = useState<SaveState>({
    tone: "saved",
    text: savedAt === null ? "Enregistrement automatique" : `Enregistré ${savedAt}`,
  });
  useEffect(() => {
    const form = element.current?.closest("form");
    if (!form) return;
    return keepSaving({
      form,
      read: () => entriesOf(form),
      send,
      show: setState,
      onSaved: (entries, data) => {
        const typed = remarksTyped(entries);
        const held = data?.conflicts ?? [];
        setConflicts(held.map(({ part, theirs }) => ({ field: part, theirs, mine: typed[part] ?? "" })));
        tellSeen(form, (seen) =>
          seenAfter(
            seen,
            typed,
            held.map(({ part }) => part),
          ),
        );
        return held.length === 0;
      },
    });
  }, []);
  useSavingOnRefusal(element);

  /** The other text was read: the one that is kept may take its place. */
  function choose({ field, theirs }: Difference, mine: boolean) {
    const form = element.current?.closest("form");
    if (!form) return;
    tellSeen(form, (seen) => ({ ...seen, [field]: typeof theirs === "string" ? theirs : "" }));
    if (!mine) fillControl(form, remarkField(field), theirs);
    form.dispatchEvent(new Event("input"));
    setConflicts((before) => before.filter((conflict) => conflict.field !== field));
  }

  return (
    <>
      {conflicts.length > 0 && (
        <div className="max-h-[50vh] basis-full overflow-y-auto">
          <ConflictPanel
            title="Vous avez écrit autre chose ailleurs"
            conflicts={conflicts}
            labelOf={titleOf}
            wordsOf={(_, value) => (value === "" ? "rien" : value.toString())}
            onKeepMine={(conflict) => choose(conflict, true)}
            onTakeTheirs={(conflict) => choose(conflict, false)}
          />
        </div>
      )}
      <div ref={element} className="min-w-0 flex-[1_1_14rem]">
        <input type="hidden" name={seenField} defaultValue={first} />
        {alive ? <Saved {...(conflicts.length > 0 ? undecided : state)} /> : <SaveButton />}
      </div>
    </>
  );
}

/**
 * What the fields showed first, whatever the page is refreshed with: only what differs is sent as a change. Refused
 * without JavaScript, they show what was typed, and the parts that differ have just been seen.
 */
function useFirstSeen(written: Remarks, alive: boolean): string {
  const form = use(FormContext);
  const [first] = useState(() => JSON.stringify(written));
  const sent = form?.typed?.[seenField];
  if (typeof sent !== "string") return first;
  if (alive || form?.refused !== "conflict") return sent;
  const told = Object.keys(form.errors).flatMap((name) => partOf(name) ?? []);
  return JSON.stringify({ ...seenIn(sent), ...Object.fromEntries(told.map((part) => [part, written[part] ?? ""])) });
}

/** A decision refused because another tab wrote: saved at once, to show both texts. */
function useSavingOnRefusal(element: { readonly current: HTMLElement | null }): void {
  const form = use(FormContext);
  const refused = form?.refused === "conflict" ? form.typed : undefined;
  useEffect(() => {
    if (refused !== undefined) element.current?.closest("form")?.dispatchEvent(new Event("input"));
  }, [refused, element]);
}

const undecided: SaveState = { tone: "failed", text: "Pas encore enregistré : choisissez un des deux textes." };
const send = (entries: FormData) => saveReviewDraftAction(idle, entries).catch(() => null);

const SaveButton = () => (
  <SubmitButton variant="secondary" size="small" skipChecks>
    Enregistrer mes remarques
  </SubmitButton>
);

function Saved({ tone, text }: SaveState) {
  const Icon = tone === "failed" ? CircleAlert : CircleCheck;
  return (
    <div role="status" className="flex min-w-0 items-center gap-2 text-sm text-ink-soft">
      <Icon aria-hidden size={18} className={tone === "failed" ? "shrink-0 text-danger" : "shrink-0 text-success"} />
      <span className="min-w-0">{text}</span>
    </div>
  );
}

/** The next sending changes what differs from this. */
function tellSeen(form: HTMLFormElement, next: (seen: Remarks) => Remarks): void {
  const seen = form.elements.namedItem(seenField);
  if (seen instanceof HTMLInputElement) seen.value = JSON.stringify(next(seenIn(seen.value)));
}

/** Written by this page. */
function seenIn(text: string): Remarks {
  const seen: unknown = JSON.parse(text);
  return typeof seen === "object" && seen !== null
    ? Object.fromEntries(Object.entries(seen).flatMap(([part, remark]) => (typeof remark === "string" ? [[part, remark]] : [])))
    : {};
}

/** The answers alone, saved as they are written: the framework's own entries are for the form without JavaScript. */
function entriesOf(form: HTMLFormElement): FormData {
  const entries = new FormData(form);
  for (const name of new Set(entries.keys())) if (name.startsWith("$ACTION")) entries.delete(name);
  entries.set("live", "yes");
  return entries;
}
