"use client";

import { useEffect, useEffectEvent } from "react";

type Listeners = {
  readonly onTyped: (form: HTMLFormElement) => void;
  /** The page is back in view, or the network is. */
  readonly onBack: () => void;
  /** The page goes out of view, perhaps for ever. */
  readonly onLeave: () => void;
};

export const formOf = (formId: string): HTMLFormElement | null => {
  const form = document.getElementById(formId);
  return form instanceof HTMLFormElement ? form : null;
};

/** What happens to a form and to its page, as far as saving it is concerned. Calls `onBack` once at the start. */
export function useFormEvents(formId: string, enabled: boolean, { onTyped, onBack, onLeave }: Listeners): void {
  const typed = useEffectEvent(onTyped);
  const back = useEffectEvent(onBack);
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const form = enabled ? formOf(formId) : null;
    if (form === null) return;
    const end = new AbortController();
    const until = { signal: end.signal };
    // Once the control itself has taken the answer.
    const soon = () => void setTimeout(() => typed(form));
    const seen = () => (document.visibilityState === "hidden" ? leave() : back());
    form.addEventListener("input", soon, until);
    form.addEventListener("change", soon, until);
    document.addEventListener("visibilitychange", seen, until);
    window.addEventListener("focus", () => back(), until);
    window.addEventListener("online", () => back(), until);
    back();
    return () => end.abort();
  }, [formId, enabled]);
}
