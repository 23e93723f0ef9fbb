"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { useHydrated } from "@/components/form/use-hydrated";
import { idle } from "@/lib/core/form-state";
import { remarksTyped, seenField } from "@/lib/trainers/review/fields.data";
import { saveReviewDraftAction } from "../../actions";
import { keepSaving, type SaveState } from "./keep-saving";

interface Props {
  readonly savedAt: string | null;
  /** The remarks as the server has them, by part. */
  readonly written: Readonly<Record<string, string>>;
}

/** Saves the form around it at each pause of whoever writes, and says when; without JavaScript, a button. */
export function Autosave({ savedAt, written }: Props) {
  const alive = useHydrated();
  const element = useRef<HTMLDivElement>(null);
  // What the fields showed first, whatever the page is refreshed with: only what differs is sent as a change.
  const [first] = useState(() => JSON.stringify(written));
  const [state, setState] = useState<SaveState>({
    tone: "saved",
    text: savedAt === null ? "Enregistrement automatique" : `Enregistré ${savedAt}`,
  });
  useEffect(() => {
    const form = element.current?.closest("form");
    if (!form) return;
    const onSaved = (entries: FormData) => tellSeen(form, remarksTyped(entries));
    return keepSaving({ form, read: () => entriesOf(form), send, show: setState, onSaved });
  }, []);
  return (
    <div ref={element}>
      <input type="hidden" name={seenField} defaultValue={first} />
      {alive ? <Saved {...state} /> : <SaveButton />}
    </div>
  );
}

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
function tellSeen(form: HTMLFormElement, remarks: Readonly<Record<string, string>>): void {
  const seen = form.elements.namedItem(seenField);
  if (seen instanceof HTMLInputElement) seen.value = JSON.stringify(remarks);
}

/** The answers alone: the framework's own entries are for the form without JavaScript. */
function entriesOf(form: HTMLFormElement): FormData {
  const entries = new FormData(form);
  for (const name of new Set(entries.keys())) if (name.startsWith("$ACTION")) entries.delete(name);
  return entries;
}
