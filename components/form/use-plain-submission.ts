"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState, useRef, useState, useTransition } from "react";
import { idle, type FormAction, type FormState } from "@/lib/core/form-state";
import { textsOf } from "./form-values";

/**
 * Hands entries to an action and keeps its answer; a second call while the first is under way does nothing.
 * `formAction` is for the form without JavaScript.
 */
export function usePlainSubmission<Data>(action: FormAction<Data>, onDone?: (data: Data, message: string) => void) {
  // React types the state as `Awaited`, which TypeScript cannot resolve while `Data` is unknown.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const [posted, formAction] = useActionState<FormState<Data>, FormData>(action as never, idle as never);
  const [seen, setSeen] = useState(posted);
  const [state, setState] = useState(posted);
  const [pending, startTransition] = useTransition();
  const busy = useRef(false);

  // A form posted before the page was alive is answered through `useActionState`.
  if (posted !== seen) {
    setSeen(posted);
    setState(posted);
  }

  /** Runs `task` as the one submission under way. */
  function once(task: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    startTransition(async () => {
      try {
        await task();
      } finally {
        busy.current = false;
      }
    });
  }

  async function ask(entries: FormData): Promise<FormState<Data>> {
    const next = await answerOf(action, state, entries);
    setState(next);
    if (next.status === "done") onDone?.(next.data, next.message);
    return next;
  }

  return { state, setState, pending, formAction, once, ask, send: (entries: FormData) => once(async () => void (await ask(entries))) };
}

/** Calls the action; a lost connection or an unexpected error leaves the form as it is, with its typed content. */
async function answerOf<Data>(action: FormAction<Data>, state: FormState<Data>, entries: FormData): Promise<FormState<Data>> {
  try {
    return await action(state, entries);
  } catch (error) {
    unstable_rethrow(error);
    return { status: "refused", code: "unavailable", message: explain(error), fieldErrors: {}, values: textsOf(entries) };
  }
}

function explain(error: unknown): string {
  if (!navigator.onLine)
    return "Vous n’êtes plus connecté à internet. Vos réponses sont toujours à l’écran : réessayez une fois la connexion revenue.";
  const digest = error instanceof Error && "digest" in error ? ` Référence à donner à l’assistance : ${String(error.digest)}.` : "";
  return `L’envoi n’a pas abouti. Vos réponses sont toujours à l’écran : réessayez dans un instant.${digest}`;
}
