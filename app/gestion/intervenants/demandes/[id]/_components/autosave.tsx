"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { SubmitButton } from "@/components/form/submit-button";
import { useHydrated } from "@/components/form/use-hydrated";
import { idle } from "@/lib/core/form-state";
import { saveReviewDraftAction } from "../../actions";

const pause = 1_000;
const lost = "Vos remarques ne sont pas enregistrées : gardez cette page ouverte, un nouvel essai aura lieu.";

type State = { readonly tone: "saved" | "saving" | "failed"; readonly text: string };

/** Saves the form around it at each pause of whoever writes, and says when; without JavaScript, a button. */
export function Autosave({ savedAt }: { readonly savedAt: string | null }) {
  const alive = useHydrated();
  const element = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>({
    tone: "saved",
    text: savedAt === null ? "Enregistrement automatique" : `Enregistré ${savedAt}`,
  });
  useEffect(() => {
    const form = element.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = async () => {
      setState({ tone: "saving", text: "Enregistrement…" });
      const answer = await saveReviewDraftAction(idle, entriesOf(form)).catch(() => null);
      if (answer?.status === "done") return setState({ tone: "saved", text: answer.message });
      setState({ tone: "failed", text: answer?.status === "refused" ? answer.message : lost });
      if (answer === null) timer = setTimeout(save, 10 * pause);
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    };
    form.addEventListener("input", later);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", later);
    };
  }, []);
  return <div ref={element}>{alive ? <Saved {...state} /> : <SaveButton />}</div>;
}

const SaveButton = () => (
  <SubmitButton variant="secondary" size="small" skipChecks>
    Enregistrer mes remarques
  </SubmitButton>
);

function Saved({ tone, text }: State) {
  const Icon = tone === "failed" ? CircleAlert : CircleCheck;
  return (
    <div role="status" className="flex min-w-0 items-center gap-2 text-sm text-ink-soft">
      <Icon aria-hidden size={18} className={tone === "failed" ? "shrink-0 text-danger" : "shrink-0 text-success"} />
      <span className="min-w-0">{text}</span>
    </div>
  );
}

/** The answers alone: the framework's own entries are for the form without JavaScript. */
function entriesOf(form: HTMLFormElement): FormData {
  const entries = new FormData(form);
  for (const name of new Set(entries.keys())) if (name.startsWith("$ACTION")) entries.delete(name);
  return entries;
}
